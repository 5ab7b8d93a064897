/** The element's shadow root, also a closed one, which only extensions may see: Firefox shows it as a property. */
export const anyShadowRootOf = (element: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }) =>
  element.openOrClosedShadowRoot ?? null;
