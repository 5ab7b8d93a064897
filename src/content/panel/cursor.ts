/** The cursor's place in the page, kept while the panel has the keyboard. */
import { ask } from '../../messages/index.ts';
import { readCaret, writeCaret } from '../caret.ts';
import { deepActiveElement } from '../roots.ts';

/**
 * Remembers what has the focus and where its cursor stands. The returned function gives both back; where the focus is
 * elsewhere in the page already (after an insertion, say), the cursor is where it belongs and stays there.
 *
 * @param frame the number of the frame that has the composer; 0: this one. The browser empties another frame's focus
 * when the panel takes it, and only that frame's own script knows its composer.
 */
export function keepCursor(panel: () => Element | undefined, frame: number): () => void {
  const element = deepActiveElement(document);
  // Form fields keep their own.
  const caret = element && readCaret(element);
  return () => {
    const now = document.activeElement;
    if (now !== null && now !== document.body && now !== panel()) return;
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    element.focus({ preventScroll: true });
    if (caret) writeCaret(element, caret);
    if (frame !== 0) resumeIn(frame);
  };
}

function resumeIn(frame: number): void {
  ask('panel.closed', { frame }).catch((error: unknown) => {
    console.info('Gurn: the frame with the message could not be given its cursor back.', error);
  });
}
