/**
 * Ends the offscreen document, which holds the library and all its faces in memory. The next view that needs it gets a
 * new one. Firefox has none: there each view holds its own, and follows the library's changes.
 */
export async function endEngine(): Promise<void> {
  const contexts = await chrome.runtime.getContexts?.({ contextTypes: ['OFFSCREEN_DOCUMENT' as never] });
  if (contexts?.length) await chrome.offscreen.closeDocument();
}
