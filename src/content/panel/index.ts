/** The panel above the composer: opened and closed by the background, closed by Esc, a click beside it, a hidden tab. */

import { deepActiveElement, isAlive } from '../roots.ts';
import { showToast } from '../toast/index.ts';
import type { ComposerTracker } from '../tracker.ts';
import { keepCursor } from './cursor.ts';
import { createHost, type Host } from './host.ts';
import { type Box, placeFor } from './place.ts';

interface Open {
  readonly host: Host;
  readonly giveCursorBack: () => void;
  readonly stop: AbortController;
}

/** Milliseconds between two looks whether the extension is still there: its page dies with it, its frame does not. */
const ALIVE_EVERY = 1000;

/** Around a composer in a frame of the page, where only the frame can be seen: its lower edge. */
const FRAME_EDGE = 72;

export class Panel {
  #open: Open | undefined;

  constructor(readonly tracker: Pick<ComposerTracker, 'current'>) {}

  /**
   * Opens it; closes it where it is open. Returns whether it is open now.
   *
   * @param frame the number of the frame that has the composer; 0: this one
   */
  toggle(secret: string, frame: number): boolean {
    if (this.#open?.host.element.isConnected) {
      this.close();
      return false;
    }
    this.close();
    const giveCursorBack = keepCursor(() => this.#open?.host.element, frame);
    const anchor = this.#anchor(frame);
    const close = (): void => this.close();
    const host = createHost(secret, this.#place(anchor), { hidden: close, leaves: close });
    const stop = new AbortController();
    this.#open = { host, giveCursorBack, stop };
    this.#follow(anchor, host, stop.signal);
    this.#listen(host, stop.signal);
    return true;
  }

  /** Takes it out of the page: its camera goes out with it. Gives the cursor back. */
  close(): void {
    const open = this.#open;
    if (!open) return;
    open.stop.abort();
    const had = open.host.element.isConnected;
    if (had) open.giveCursorBack();
    open.host.remove();
    this.#open = undefined;
  }

  /** The composer; where it is in a frame, that frame, which has the page's cursor. */
  #anchor(frame: number): Element | null {
    const active = deepActiveElement(document);
    if (frame !== 0) return active;
    return this.tracker.current()?.element ?? active;
  }

  #place(anchor: Element | null): Box {
    const window = { width: innerWidth, height: innerHeight };
    if (anchor === null || anchor === document.body) {
      return placeFor({ left: 0, top: innerHeight, width: innerWidth, height: 0 }, window);
    }
    const { left, top, bottom, width, height } = anchor.getBoundingClientRect();
    if (!(anchor instanceof HTMLIFrameElement)) return placeFor({ left, top, width, height }, window);
    return placeFor({ left, top: bottom - FRAME_EDGE, width, height: FRAME_EDGE }, window);
  }

  /** Keeps it at the composer, which grows with its text and moves with the window. */
  #follow(anchor: Element | null, host: Host, signal: AbortSignal): void {
    let last = '';
    const follow = (): void => {
      const box = this.#place(anchor);
      const next = JSON.stringify(box);
      if (next !== last && last !== '') host.place(box);
      last = next;
    };
    follow();
    const sizes = new ResizeObserver(follow);
    if (anchor) sizes.observe(anchor);
    signal.addEventListener('abort', () => sizes.disconnect());
    addEventListener('resize', follow, { signal });
    addEventListener('scroll', follow, { signal, capture: true, passive: true });
  }

  #listen(host: Host, signal: AbortSignal): void {
    const close = (): void => this.close();
    const options = { signal, capture: true };
    addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopImmediatePropagation();
        close();
      },
      options,
    );
    addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted && event.target !== host.element) close();
      },
      options,
    );
    const timer = setInterval(() => {
      if (isAlive()) return;
      close();
      showToast({ kind: 'error', text: 'Gurn was updated just now. Open it again to go on.' });
    }, ALIVE_EVERY);
    signal.addEventListener('abort', () => clearInterval(timer));
    // Nobody sees the panel of a hidden tab: its camera must not run.
    document.addEventListener('visibilitychange', close, options);
    addEventListener('pagehide', close, options);
  }
}
