import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Pixels between cards. */
export const GAP = 14;
/** A card's least width, in pixels; two fit a narrow window all the same. */
const LEAST = 172;
/** What a card is higher than wide: its two lines of text, in root font sizes. */
const TEXT = 2.95;

export interface Layout {
  readonly columns: number;
  /** Pixels, the gap to the next row included. */
  readonly rowHeight: number;
  /** Pixels from the top of the document. */
  readonly top: number;
}

/** Columns and heights for a grid of this width in pixels; the picture of a card is a square. */
export function layoutFor(width: number, rem: number): Omit<Layout, 'top'> {
  const columns = Math.max(2, Math.floor((width + GAP) / (LEAST + GAP)));
  const card = (width - GAP * (columns - 1)) / columns;
  return { columns, rowHeight: Math.round(card + TEXT * rem) + GAP };
}

/** Follows the element's width and where it begins. */
export function useLayout(element: RefObject<HTMLElement | null>): Layout | undefined {
  const [layout, setLayout] = useState<Layout>();
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = (): void => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      const { width, top } = current.getBoundingClientRect();
      const next = { ...layoutFor(width, rem), top: Math.round(top + window.scrollY) };
      setLayout((now) => (now && same(now, next) ? now : next));
    };
    // The page's own height changes when something above the grid comes or goes.
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return layout;
}

const same = (a: Layout, b: Layout): boolean =>
  a.columns === b.columns && a.rowHeight === b.rowHeight && a.top === b.top;
