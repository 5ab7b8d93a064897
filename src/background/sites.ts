/** Keeps the content script registered on the sites that are switched on, and nowhere else. */
import browser, { type Scripting } from 'webextension-polyfill';
import { askTab } from '../messages/client.ts';
import { enabledOrigins, finishAsking, forgetRevoked, onSitesChanged } from '../sites/index.ts';
import { contentFile, enterTab } from './insert/page.ts';

const SCRIPT_ID = 'composer';

/** Returns what is registered no more. */
async function register(origins: readonly string[]): Promise<readonly string[]> {
  const [before] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  const gone = (before?.matches ?? []).filter((origin) => !origins.includes(origin));
  if (origins.length === 0) {
    if (before) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return gone;
  }
  const script: Scripting.RegisteredContentScript = {
    id: SCRIPT_ID,
    js: [contentFile],
    matches: [...origins],
    allFrames: true,
    // Also in frames without an address of their own (srcdoc, about:blank), which some editors live in.
    matchOriginAsFallback: true,
    runAt: 'document_start',
  };
  await (before
    ? browser.scripting.updateContentScripts([script])
    : browser.scripting.registerContentScripts([script]));
  return gone;
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

/**
 * Tells the scripts that run in these sites to leave. Without the grant the browser no longer says which tabs show
 * them, so all are told, and each script knows where it is. A tab without a script does not answer.
 */
async function leaveOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await browser.tabs.query({});
  const told = await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : askTab(id, 'sites.off', { origins: [...origins] }))),
  );
  const silent = told.filter(({ status }) => status === 'rejected').length;
  console.debug(`Gurn left ${origins.join(', ')}: ${silent} of ${tabs.length} tabs had no script of Gurn's.`);
}

/** Makes the registered content script follow what is switched on and granted; one round at a time. */
export const syncSites = (): Promise<void> =>
  navigator.locks.request('gurn.sites.sync', async () => {
    const origins = await enabledOrigins();
    await leaveOpenTabs(await register(origins));
    await enterOpenTabs(origins);
  });

/** For listeners, which nobody waits for. */
const unwatched = (work: () => Promise<void>) => (): void => {
  work().catch((error: unknown) => console.error('Gurn could not follow the switched sites:', error));
};

/** Keeps the registration right: call it once, at the top of the service worker. */
export function keepSitesInSync(): void {
  onSitesChanged(unwatched(syncSites));
  browser.permissions.onAdded.addListener(unwatched(finishAsking));
  browser.permissions.onRemoved.addListener(unwatched(forgetRevoked));
  browser.runtime.onInstalled.addListener(unwatched(syncSites));
}
