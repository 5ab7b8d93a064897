/** Pictures to bring in, an empty library page to bring them into, and the dialog for files. */
import type { Page } from 'playwright-core';
import type { PictureFile } from '../../../tools/driver/library.ts';
import { draw, type Stage } from './stage.ts';

/** Pictures that all look different: parts of photographs. */
export const drawMany = (stage: Stage, count: number): Promise<Buffer[]> =>
  draw(
    stage,
    Array.from({ length: count }, (_, seed) => ({ seed, width: 320 })),
  );

export const file = (name: string, buffer: Buffer): PictureFile => ({ name, mimeType: '', buffer });
export const choose = (page: Page, files: PictureFile[]): Promise<void> =>
  page.getByLabel('Choose files').last().setInputFiles(files);

/** An empty library page, and nothing in the library but stickers. */
export async function openEmpty(stage: Stage): Promise<Page> {
  const page = await stage.open();
  const left = (await stage.memes()).map(({ id }) => id);
  await page.evaluate(clearImports, left);
  await page.reload();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  return page;
}

/** Runs in a page of the extension. */
async function clearImports(memes: string[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('gurn');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const tx = db.transaction(['imports', 'importItems', 'memes', 'bytes', 'thumbs', 'faces'], 'readwrite');
  tx.objectStore('imports').clear();
  tx.objectStore('importItems').clear();
  for (const store of ['memes', 'bytes', 'thumbs']) for (const id of memes) tx.objectStore(store).delete(id);
  await new Promise((resolve) => {
    tx.oncomplete = resolve;
  });
  db.close();
  const channel = new BroadcastChannel('gurn.library');
  if (memes.length > 0) channel.postMessage({ type: 'removed', ids: memes });
  channel.close();
}
