/** Brings pictures into Gurn's library the way a person does: through the library page. */
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

/** The names of matched memes, read from the library by an extension view. */
export async function namesOf(view: Target, matches: readonly MatchedMeme[]): Promise<Map<string, string>> {
  const entries = await view.evaluate(
    async (ids: string[]) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('gurn');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const store = db.transaction('memes').objectStore('memes');
      const names = await Promise.all(
        ids.map(
          (id) =>
            new Promise<[string, string]>((resolve) => {
              const request = store.get(id);
              request.onsuccess = () => resolve([id, String(request.result?.name ?? id)]);
            }),
        ),
      );
      db.close();
      return names;
    },
    matches.map(({ meme }) => meme),
  );
  return new Map(entries);
}
