/** The element's shadow root, also a closed one, which only extensions may see. */
export const anyShadowRootOf = (element: HTMLElement): ShadowRoot | null =>
  chrome.dom ? chrome.dom.openOrClosedShadowRoot(element) : element.shadowRoot;
