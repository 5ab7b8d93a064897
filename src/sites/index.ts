/**
 * The sites where Gurn is switched on. There its content script runs from the start and knows which composer had the
 * cursor, and insertion works without a click on the toolbar icon. A site is on while the user has switched it on and
 * the browser grants its origin: a grant alone (for fetching a picture, say) switches nothing on.
 *
 * Views switch; the background follows (src/background/sites.ts). Origins are match patterns.
 */
import browser from 'webextension-polyfill';
import { asked, noteAnswer, noteAsking } from './asking.ts';
import { type Messenger, messengers } from './messengers.ts';

export { noteAnswer as forgetAsking } from './asking.ts';
export { first, type Messenger, messengers, siteOf } from './messengers.ts';

const KEY = 'sites';

async function switchedOn(): Promise<string[]> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY);
  return Array.isArray(stored) ? stored.filter((origin) => typeof origin === 'string') : [];
}

/** Two views may switch at once; the browser's lock makes them take turns. */
const store = (change: (origins: readonly string[]) => string[] | Promise<string[]>): Promise<void> =>
  navigator.locks.request('gurn.sites', async () =>
    browser.storage.local.set({ [KEY]: await change(await switchedOn()) }),
  );

async function granted(origins: readonly string[]): Promise<string[]> {
  const answers = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, index) => answers[index]);
}

/** What is switched on and granted. */
export const enabledOrigins = async (): Promise<string[]> => granted(await switchedOn());

const add = (origins: readonly string[]): Promise<void> => store((before) => [...new Set([...before, ...origins])]);

/**
 * Switches sites on. Call it in a click: it asks for their origins where they are not granted yet. The question takes
 * the focus, which closes a popup before it hears the answer: then the background switches on ({@link finishAsking}).
 * @returns whether the user granted them
 */
export async function enableSite(origins: readonly string[]): Promise<boolean> {
  const answer = browser.permissions.request({ origins: [...origins] });
  await noteAsking(origins);
  const yes = await answer;
  if (yes) await add(origins);
  await noteAnswer();
  return yes;
}

/** Switches on what a view asked for that was closed by the asking. For the background, when a grant comes. */
export async function finishAsking(): Promise<void> {
  const origins = await asked();
  if (origins.length === 0 || (await granted(origins)).length < origins.length) return;
  await add(origins);
  await noteAnswer();
}

/** Switches sites off and gives their origins back to the browser. */
export async function disableSite(origins: readonly string[]): Promise<void> {
  await store((before) => before.filter((origin) => !origins.includes(origin)));
  await browser.permissions.remove({ origins: [...origins] });
}

/** A site whose grant was taken back in the browser is off: granted again for something else, it stays off. */
export const forgetRevoked = (): Promise<void> => store(granted);

/** Whether every one of these origins is switched on and granted. */
export async function isEnabled(origins: readonly string[]): Promise<boolean> {
  const enabled = await enabledOrigins();
  return origins.every((origin) => enabled.includes(origin));
}

/** Sites that are on and are none of the messengers known by name. */
export async function otherSites(): Promise<readonly Messenger[]> {
  const known = new Set(messengers.flatMap(({ origins }) => origins));
  const enabled = await enabledOrigins();
  return enabled
    .filter((origin) => !known.has(origin))
    .map((origin) => ({ name: origin.replace(/^https?:\/\/|\/\*$/g, ''), origins: [origin] }));
}

/** Calls `listener` whenever a switch or a grant has changed. Returns what ends that. */
export function onSitesChanged(listener: () => void): () => void {
  const onStored = (changes: Readonly<Record<string, unknown>>): void => {
    if (KEY in changes) listener();
  };
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  browser.storage.local.onChanged.addListener(onStored);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
    browser.storage.local.onChanged.removeListener(onStored);
  };
}
