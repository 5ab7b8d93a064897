/** Firefox cannot tell a frame whether the page covers it, so there the shortcut opens the popup. */
export const inPage = false;
