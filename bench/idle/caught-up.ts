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

/** A sticker takes a twentieth of a second (ms). */
const PATIENCE_MS = 60_000;

/**
 * Waits until a new profile's starter stickers have all that they lack: work that is done once, when the camera is off.
 * @throws Error when they still lack something after a minute
 */
export async function caughtUp(gurn: Gurn, memes: number): Promise<void> {
  const worker = await gurn.worker();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const done = await worker.evaluate(thumbnails);
    if (done >= memes) return;
    if (Date.now() > deadline) throw new Error(`only ${done} of ${memes} memes have a small picture after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
