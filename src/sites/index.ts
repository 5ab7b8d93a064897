/**
 * The sites where Gurn is switched on. There its content script runs from the start and knows which composer had the
 * cursor, and insertion works without a click on the toolbar icon. A site is on while the user has switched it on and
 * the browser grants its origin: a grant alone (for fetching a picture, say) switches nothing on.
 *
 * Views switch; the background follows (src/background/sites.ts). Origins are match patterns.
 */
import browser from 'webextension-polyfill';

/** The messengers that the welcome page offers. */
export const sites = {
  discord: ['https://discord.com/*', 'https://ptb.discord.com/*', 'https://canary.discord.com/*'],
  slack: ['https://app.slack.com/*'],
} as const satisfies Record<string, readonly string[]>;

const KEY = 'sites';

async function switchedOn(): Promise<string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter((origin) => typeof origin === 'string') : [];
}

/** Two views may switch at once; the browser's lock makes them take turns. */
const store = (change: (origins: readonly string[]) => string[]): Promise<void> =>
  navigator.locks.request('gurn.sites', async () => browser.storage.local.set({ [KEY]: change(await switchedOn()) }));

/** What is switched on and granted. */
export async function enabledOrigins(): Promise<string[]> {
  const origins = await switchedOn();
  const granted = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => granted[index]);
}

/**
 * Switches sites on. Call it in a click: it asks for their origins where they are not granted yet.
 * @returns whether the user granted them
 */
export async function enableSite(origins: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...origins] });
  if (granted) await store((before) => [...new Set([...before, ...origins])]);
  return granted;
}

/** Switches sites off and gives their origins back to the browser. */
export async function disableSite(origins: readonly string[]): Promise<void> {
  await store((before) => before.filter((origin) => !origins.includes(origin)));
  await browser.permissions.remove({ origins: [...origins] });
}

/** Whether every one of these origins is switched on and granted. */
export async function isEnabled(origins: readonly string[]): Promise<boolean> {
  const enabled = await enabledOrigins();
  return origins.every((origin) => enabled.includes(origin));
}

/** Calls `listener` whenever a switch or a grant has changed. */
export function onSitesChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) listener();
  });
}
