/** The cursor's place in the page, kept while the panel has the keyboard. */
import { readCaret, writeCaret } from '../caret.ts';
import { deepActiveElement } from '../roots.ts';

/**
 * Remembers what has the focus and where its cursor stands. The returned function gives both back; where the focus is
 * elsewhere in the page already (after an insertion, say), the cursor is where it belongs and stays there.
 */
export function keepCursor(panel: () => Element | undefined): () => void {
  const element = deepActiveElement(document);
  // Form fields and frames keep their own.
  const caret = element && readCaret(element);
  return () => {
    const now = document.activeElement;
    if (now !== null && now !== document.body && now !== panel()) return;
    if (!(element instanceof HTMLElement) || !element.isConnected) return;
    element.focus({ preventScroll: true });
    if (caret) writeCaret(element, caret);
  };
}
