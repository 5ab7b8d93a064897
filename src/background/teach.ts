/** The way from a page's toast to the page on which a meme is taught a face. */
import browser from 'webextension-polyfill';
import type { Library } from '../library/index.ts';
import { RequestError } from '../messages/errors.ts';

/**
 * Opens it in a tab beside `opener`, to which the browser returns when it is closed.
 * @throws RequestError `missing` when the meme is gone
 */
export async function openTeaching(
  { memes }: Pick<Library, 'memes'>,
  meme: string,
  opener: number | undefined,
): Promise<void> {
  if (!(await memes.get(meme))) throw new RequestError('missing', 'This picture is no longer in your library.');
  const url = browser.runtime.getURL(`src/pages/teach/index.html?meme=${meme}`);
  await browser.tabs.create(opener === undefined ? { url } : { url, openerTabId: opener });
}
