/**
 * Keeps clicks and keys from counting that the person may not have meant: while something of the page covers the panel,
 * dims it or hides a part of it, in the first moments after it appeared, moved or changed its size, and in the first
 * moments of a pointer over it, which the page may have brought there by moving the panel unseen.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { PANEL_MOVED } from '../../messages/panel.ts';

/** Milliseconds to notice that another thing is under the pointer now: a double click takes up to 500. */
const STEADY_MS = 500;
/** Milliseconds between the browser's looks at what covers the panel; the shortest that it allows. */
const LOOK_MS = 100;
/** Of the panel's area. The rest is for rounding where a page is zoomed. */
const WHOLE = 0.98;

const GUARDED = ['pointerdown', 'mousedown', 'click', 'dblclick', 'keydown', 'dragstart'] as const;

export interface Guard {
  /** Something covers the panel. */
  readonly covered: ReadonlySignal<boolean>;
}

/** The second version of the observer, which the types do not know yet. */
interface Sight extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

export function createGuard(view: Window): Guard {
  const covered = signal(false);
  let inSight = false;
  let since = performance.now();
  const unsettle = (): void => {
    since = performance.now();
  };

  const options = { threshold: [0, WHOLE, 1], trackVisibility: true, delay: LOOK_MS };
  const look = (entries: readonly Sight[]): void => {
    const last = entries[entries.length - 1];
    const sees = last?.isVisible === true && last.intersectionRatio >= WHOLE;
    if (sees !== inSight) unsettle();
    inSight = sees;
    covered.value = !sees;
  };
  watchSight(view.document, new IntersectionObserver(look, options));
  view.addEventListener('resize', unsettle);
  view.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && PANEL_MOVED in data) unsettle();
  });

  const overFor = watchPointer(view);
  const judge = (event: Event): void => {
    const steady = inSight && performance.now() - since >= STEADY_MS && (!isPointed(event) || overFor() >= STEADY_MS);
    // Closing does no harm, and must always work.
    const closes = event instanceof KeyboardEvent && event.key === 'Escape';
    if (event.isTrusted && (steady || closes)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of GUARDED) view.addEventListener(type, judge, { capture: true });
  return { covered };
}

/** Made with a mouse, a pen or a finger. The click that a key makes on a button names no pointer. */
const isPointed = (event: Event): boolean =>
  event instanceof MouseEvent && !(event instanceof PointerEvent && event.type === 'click' && event.pointerType === '');

/** Returns for how many milliseconds the pointer has been over the panel. A finger is nowhere before it touches. */
function watchPointer(view: Window): () => number {
  let since: number | undefined;
  const note = ({ pointerType }: PointerEvent): void => {
    since = pointerType === 'touch' ? Number.NEGATIVE_INFINITY : (since ?? performance.now());
  };
  for (const type of ['pointerover', 'pointermove', 'pointerdown'] as const) {
    view.addEventListener(type, note, { capture: true });
  }
  view.document.documentElement.addEventListener('pointerleave', () => {
    since = undefined;
  });
  return () => (since === undefined ? 0 : performance.now() - since);
}

/** An open sheet lies over the document, so the sheet is looked at then. It is as large as the panel. */
function watchSight(document: Document, observer: IntersectionObserver): void {
  let target: Element | undefined;
  const follow = (): void => {
    const next = document.querySelector('dialog[open]') ?? document.documentElement;
    if (next === target) return;
    target = next;
    observer.disconnect();
    observer.observe(next);
  };
  follow();
  const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ['open'] };
  new MutationObserver(follow).observe(document.documentElement, changes);
}
