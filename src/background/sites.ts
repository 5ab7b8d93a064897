/**
 * The sites where Gurn is switched on. There the content script runs from the start and knows which composer had the
 * cursor, and insertion works without a click on the toolbar icon. A site is on while the user has switched it on and
 * the browser grants its origin: a grant alone (for fetching a picture, say) switches nothing on.
 */
import browser, { type Scripting } from 'webextension-polyfill';
import { contentFile, enterTab } from './insert/page.ts';

/** Match patterns of the messengers that the welcome page offers. */
export const sites = {
  discord: ['https://discord.com/*', 'https://ptb.discord.com/*', 'https://canary.discord.com/*'],
  slack: ['https://app.slack.com/*'],
} as const satisfies Record<string, readonly string[]>;

const KEY = 'sites';
const SCRIPT_ID = 'composer';

async function switchedOn(): Promise<string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter((origin) => typeof origin === 'string') : [];
}

const isGranted = (origin: string): Promise<boolean> => browser.permissions.contains({ origins: [origin] });

async function enabledOrigins(): Promise<string[]> {
  const origins = await switchedOn();
  const granted = await Promise.all(origins.map(isGranted));
  return origins.filter((_, index) => granted[index]);
}

/** Two contexts may change sites at once; the browser's lock makes them take turns. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('gurn.sites', work);

async function register(origins: readonly string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (origins.length === 0) return;
  const script: Scripting.RegisteredContentScript = {
    id: SCRIPT_ID,
    js: [contentFile],
    matches: [...origins],
    allFrames: true,
    runAt: 'document_start',
  };
  await browser.scripting.registerContentScripts([script]);
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

/** Makes the registered content script follow what is switched on and granted. */
export const syncSites = (): Promise<void> =>
  inTurn(async () => {
    const origins = await enabledOrigins();
    await register(origins);
    await enterOpenTabs(origins);
  });

const store = (change: (origins: readonly string[]) => string[]): Promise<void> =>
  inTurn(async () => browser.storage.local.set({ [KEY]: change(await switchedOn()) }));

/**
 * Switches sites on. Call it from a click: it asks for their origins where they are not granted yet.
 * @param origins Match patterns.
 * @returns whether the user granted them
 */
export async function enableSite(origins: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...origins] });
  if (!granted) return false;
  await store((before) => [...new Set([...before, ...origins])]);
  await syncSites();
  return true;
}

/** Switches sites off and gives their origins back to the browser. */
export async function disableSite(origins: readonly string[]): Promise<void> {
  await store((before) => before.filter((origin) => !origins.includes(origin)));
  await browser.permissions.remove({ origins: [...origins] });
  await syncSites();
}

/** Whether every one of these origins is switched on and granted. */
export async function isEnabled(origins: readonly string[]): Promise<boolean> {
  const enabled = await enabledOrigins();
  return origins.every((origin) => enabled.includes(origin));
}

/** Keeps the registration right: call it once, at the top of the service worker. */
export function keepSitesInSync(): void {
  const sync = (): void => {
    syncSites().catch((error: unknown) => console.error('Gurn could not register its content script:', error));
  };
  browser.permissions.onAdded.addListener(sync);
  browser.permissions.onRemoved.addListener(sync);
  browser.runtime.onInstalled.addListener(sync);
}
