import type { Gurn } from '../../tools/driver/extension.ts';

/** How many memes have their small picture. */
const thumbnails = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('gurn');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const { result: db } = opening;
      const counting = db.transaction('thumbs').objectStore('thumbs').count();
      counting.onerror = () => reject(counting.error);
      counting.onsuccess = () => resolve(counting.result);
      db.close();
    };
  });

/** Waits until a new profile's starter stickers have all that they lack: work that is done once, when the camera is off. */
export async function caughtUp(gurn: Gurn, memes: number): Promise<void> {
  const worker = await gurn.worker();
  while ((await worker.evaluate(thumbnails)) < memes) await new Promise((resolve) => setTimeout(resolve, 250));
}
