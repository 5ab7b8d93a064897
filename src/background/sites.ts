/** Keeps the content script registered on the sites that are switched on, and nowhere else. */
import browser, { type Scripting } from 'webextension-polyfill';
import { enabledOrigins, onSitesChanged } from '../sites/index.ts';
import { contentFile, enterTab } from './insert/page.ts';

const SCRIPT_ID = 'composer';

async function register(origins: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (origins.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script: Scripting.RegisteredContentScript = {
    id: SCRIPT_ID,
    js: [contentFile],
    matches: [...origins],
    allFrames: true,
    runAt: 'document_start',
  };
  await (registered.length > 0
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
}

/** A page that was open before knows nothing of registered scripts. */
async function enterOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...origins] });
  const entered = await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : enterTab(id))));
  for (const result of entered) {
    if (result.status === 'rejected') console.info('Gurn: an open tab is entered when it is used.', result.reason);
  }
}

/** Makes the registered content script follow what is switched on and granted; one round at a time. */
export const syncSites = (): Promise<void> =>
  navigator.locks.request('gurn.sites.sync', async () => {
    const origins = await enabledOrigins();
    await register(origins);
    await enterOpenTabs(origins);
  });

/** Keeps the registration right: call it once, at the top of the service worker. */
export function keepSitesInSync(): void {
  const sync = (): void => {
    syncSites().catch((error: unknown) => console.error('Gurn could not register its content script:', error));
  };
  onSitesChanged(sync);
  browser.runtime.onInstalled.addListener(sync);
}
