/**
 * How the last insertion went, as text for a bug report: which composer was recognised and why, what was tried, what the
 * page showed. No text of a page is in it, no meme's name, and no address but the host. It is gone when the browser ends.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';

const KEY = 'lastInsertion';

export const keepAccount = (text: string): Promise<void> => browser.storage.session.set({ [KEY]: text });

/** @returns the account, or `undefined` where nothing was inserted since the browser started. */
export async function readAccount(): Promise<string | undefined> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY);
  return v.is(v.string(), stored) ? stored : undefined;
}
