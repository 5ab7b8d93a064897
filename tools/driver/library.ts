/** Brings pictures into Gurn's library the way a person does: through the library page. */
import type { Meme } from '../../src/library/schema.ts';
import type { MatchedMeme } from '../../src/messages/payloads.ts';
import type { Gurn } from './extension.ts';
import type { Target } from './target.ts';

export interface PictureFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Adds the files by the library page's dialog and waits until all of them are in. */
export async function addToLibrary(gurn: Gurn, files: readonly PictureFile[]): Promise<void> {
  const page = await gurn.context.newPage();
  await page.goto(gurn.url('src/pages/library/index.html'));
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
  for (const { name } of files) {
    const stem = name.replace(/\.\w+$/, '');
    await page.getByText(stem, { exact: true }).first().waitFor({ timeout: 120_000 });
  }
  await page.close();
}

/** Every meme's record, read from the database by the service worker. */
export async function memesIn(gurn: Gurn): Promise<Meme[]> {
  const worker = await gurn.worker();
  // tsx names functions through a helper that the worker lacks.
  await worker.evaluate('globalThis.__name ??= (f) => f');
  return worker.evaluate(readMemes);
}

/** The names of matched memes, read from the library by an extension view. */
export async function namesOf(view: Target, matches: readonly MatchedMeme[]): Promise<Map<string, string>> {
  const wanted = new Set(matches.map(({ meme }) => meme));
  const memes = await view.evaluate(readMemes);
  return new Map(memes.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]));
}

/** Runs in the extension. Without a database yet there are no memes. */
async function readMemes(): Promise<Meme[]> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === 'gurn')) return [];
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
