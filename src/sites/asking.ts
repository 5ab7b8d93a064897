/** What the browser is asking the person for just now, kept where the background finds it. */
import browser from 'webextension-polyfill';

const KEY = 'sites.asked';
/** Milliseconds. A later grant is for something else. */
const PATIENCE = 5 * 60 * 1000;

export const noteAsking = (origins: readonly string[]): Promise<void> =>
  browser.storage.session.set({ [KEY]: { origins: [...origins], at: Date.now() } });

export const noteAnswer = (): Promise<void> => browser.storage.session.remove(KEY);

/** The origins asked for, none when nothing is. */
export async function asked(): Promise<readonly string[]> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  if (typeof stored !== 'object' || stored === null || !('origins' in stored) || !('at' in stored)) return [];
  const { origins, at } = stored;
  if (!Array.isArray(origins) || typeof at !== 'number' || Date.now() - at > PATIENCE) return [];
  return origins.filter((origin) => typeof origin === 'string');
}
