/** What is in Gurn's library, read by one of its pages. */
import type { Page } from 'puppeteer-core';
import type { Meme } from '../../../src/library/schema.ts';

/** Runs in the extension. */
async function read(): Promise<Meme[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('gurn'));
  const memes: Meme[] = await done(db.transaction('memes').objectStore('memes').getAll());
  db.close();
  return memes;
}

/** Every meme's record. `view`: any page of the extension, after it has opened the library. */
export const memesIn = (view: Page): Promise<Meme[]> => view.evaluate(read);

export const hasMeme = async (view: Page, id: string): Promise<boolean> =>
  (await memesIn(view)).some((meme) => meme.id === id);
