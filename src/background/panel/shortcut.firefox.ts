/**
 * In Firefox, which cannot tell a frame whether the page covers it, the shortcut opens the popup. The browser does that
 * itself, by a command of its own (tools/manifest.ts).
 */
export function registerShortcut(): void {
  // Nothing is left to do here.
}
