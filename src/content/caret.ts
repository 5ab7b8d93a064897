/** Where the cursor stands in a composer, so that it can be put back. */

export interface Caret {
  readonly anchor: Node;
  readonly anchorOffset: number;
  readonly focus: Node;
  readonly focusOffset: number;
}

/** Chromium gives a shadow root a selection of its own; elsewhere the document's has to do. */
const selectionFor = (composer: Element): Selection | null => {
  const root = composer.getRootNode() as { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? composer.ownerDocument.getSelection();
};

/** Form fields keep their own selection. */
const isField = (composer: Element): composer is HTMLTextAreaElement | HTMLInputElement =>
  composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement;

/** The selection inside an editable element, or `undefined` when it lies elsewhere. */
export function readCaret(composer: Element): Caret | undefined {
  const selection = selectionFor(composer);
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || !anchorNode || !focusNode) return undefined;
  if (!composer.contains(anchorNode) || !composer.contains(focusNode)) return undefined;
  return {
    anchor: anchorNode,
    anchorOffset: selection.anchorOffset,
    focus: focusNode,
    focusOffset: selection.focusOffset,
  };
}

const lengthOf = (node: Node): number => node.nodeValue?.length ?? node.childNodes.length;

/** Selects what `caret` says; does nothing where the editor has replaced those nodes meanwhile. */
export function writeCaret(composer: Element, caret: Caret): void {
  const { anchor, anchorOffset, focus, focusOffset } = caret;
  if (!composer.contains(anchor) || !composer.contains(focus)) return;
  if (anchorOffset > lengthOf(anchor) || focusOffset > lengthOf(focus)) return;
  selectionFor(composer)?.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
}

/** The text in a composer. */
export const textOf = (composer: Element): string =>
  isField(composer) ? composer.value : (composer.textContent ?? '');

/** Selects nothing but the end of what was selected, so that a paste replaces no text. */
function collapse(composer: HTMLElement, remembered: Caret | undefined): void {
  if (isField(composer)) {
    composer.setSelectionRange(composer.selectionEnd, composer.selectionEnd);
    return;
  }
  const caret = readCaret(composer);
  if (!caret && remembered) writeCaret(composer, remembered);
  const selection = selectionFor(composer);
  if (selection && !selection.isCollapsed) selection.collapseToEnd();
}

/** What is selected in a field or an editable element, as a list to compare. */
function selectionIn(composer: HTMLElement): readonly unknown[] {
  if (isField(composer)) return [composer.selectionStart, composer.selectionEnd];
  const caret = readCaret(composer);
  return caret ? [caret.anchor, caret.anchorOffset, caret.focus, caret.focusOffset] : [];
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

const hasFocus = (composer: HTMLElement): boolean =>
  (composer.getRootNode() as Document | ShadowRoot).activeElement === composer;

/** Milliseconds for the page to hear that the selection has changed: a task, so a page at work may keep it waiting. */
const HEARD_WITHIN = 200;

/** Editors such as ProseMirror paste where their own model has the cursor, and that follows the browser's event. */
const pageHasHeard = (): Promise<void> =>
  new Promise((resolve) => {
    const heard = (): void => resolve();
    document.addEventListener('selectionchange', heard, { once: true });
    setTimeout(() => {
      document.removeEventListener('selectionchange', heard);
      resolve();
    }, HEARD_WITHIN);
  });

/**
 * Gives the composer the focus without moving its cursor, and returns what puts the selection back as it was. That is
 * left undone where the page has changed the text or moved the cursor: then it has put it where it belongs. And where
 * the user has gone elsewhere: it would pull them back.
 *
 * @param remembered Where the cursor was when the composer lost the focus.
 */
export async function focusGently(composer: HTMLElement, remembered: Caret | undefined): Promise<() => void> {
  const text = textOf(composer);
  const field = isField(composer) ? composer : undefined;
  const range = field && ([field.selectionStart, field.selectionEnd, field.selectionDirection] as const);
  const caret = readCaret(composer) ?? remembered;
  const before = selectionIn(composer);
  composer.focus({ preventScroll: true });
  collapse(composer, caret);
  const left = selectionIn(composer);
  if (!field && !isSame(before, left)) await pageHasHeard();
  return () => {
    if (!composer.isConnected || textOf(composer) !== text) return;
    if (!hasFocus(composer) || !isSame(selectionIn(composer), left)) return;
    if (field && range) field.setSelectionRange(range[0], range[1], range[2] ?? undefined);
    else if (caret) writeCaret(composer, caret);
  };
}
