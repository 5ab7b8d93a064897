/** Which rows of a long list are near the visible part of the window: TanStack Virtual, for Preact. */
import {
  defaultRangeExtractor,
  observeWindowOffset,
  observeWindowRect,
  type Range,
  Virtualizer,
  windowScroll,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

export interface Rows {
  readonly count: number;
  /** Pixels, the gap to the next row included; all rows are alike. */
  readonly height: number;
  /** Pixels from the top of the document to the first row. */
  readonly top: number;
  /** A row that is drawn wherever it is: the one that holds the focus. */
  readonly kept: number | undefined;
}

/** Rows drawn beyond the edges of the window: what they show is there when they are scrolled to. */
const OVERSCAN = 4;

const withKept = (kept: number | undefined) => (range: Range) => {
  const rows = defaultRangeExtractor(range);
  return kept === undefined || kept >= range.count || rows.includes(kept)
    ? rows
    : [...rows, kept].sort((a, b) => a - b);
};

export function useVirtualRows({ count, height, top, kept }: Rows): Virtualizer<Window, Element> {
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  const options = {
    count,
    getScrollElement: () => window,
    estimateSize: () => height,
    scrollMargin: top,
    overscan: OVERSCAN,
    initialOffset: () => window.scrollY,
    observeElementRect: observeWindowRect,
    observeElementOffset: observeWindowOffset,
    scrollToFn: windowScroll,
    rangeExtractor: withKept(kept),
    onChange: () => draw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<Window, Element>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes are remembered until they are measured anew
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height]);
  return virtualizer;
}
