/** Walking a page as a person sees it: through shadow roots, open and closed, and up through frames. */
import { anyShadowRootOf } from './closed-roots.ts';

/** False once the extension was reloaded or removed under this script; the extension's API must not be used then. */
export const isAlive = (): boolean => chrome.runtime?.id !== undefined;

/** The element's shadow root, also a closed one, which only extensions may see. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  if (!(element instanceof HTMLElement)) return null;
  return isAlive() ? anyShadowRootOf(element) : element.shadowRoot;
}

/** The element that has the focus within `root`, looked for through shadow roots. */
export function deepActiveElement(root: Document | ShadowRoot): Element | null {
  let active = root.activeElement;
  for (;;) {
    const inner = active && shadowRootOf(active)?.activeElement;
    if (!inner) return active;
    active = inner;
  }
}

/** The element's parent, or the host when it stands at the top of a shadow root. */
export function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Every shadow root at and below `node`, to any depth. */
export function* shadowRootsIn(node: ParentNode & Node): Generator<ShadowRoot> {
  const elements = node instanceof Element ? [node, ...node.querySelectorAll('*')] : node.querySelectorAll('*');
  for (const element of elements) {
    const root = shadowRootOf(element);
    if (!root) continue;
    yield root;
    yield* shadowRootsIn(root);
  }
}

/** This frame's document and those of the frames around it, as far as they are of the same origin. */
export function documentsUpward(): readonly Document[] {
  const documents = [document];
  for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement ?? null) {
    documents.push(frame.ownerDocument);
  }
  return documents;
}

/** Whether the frames around this one, as far as they can be seen, have their cursor in it. */
export function frameHasCursor(): boolean {
  for (let frame = window.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement ?? null) {
    if (deepActiveElement(frame.ownerDocument) !== frame) return false;
  }
  return true;
}

/** Whether the element is laid out and in the page. */
export const isVisible = (element: Element): boolean => element.isConnected && element.getClientRects().length > 0;
