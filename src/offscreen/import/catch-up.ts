/** Gives memes of earlier versions the thumbnail and the fingerprint they lack, when nothing else is to be done. */
import { fingerprint } from '../../engine/index.ts';
import { drawThumb, type Library } from '../../library/index.ts';

/** Between two memes: the document stays free for whoever needs it (ms). */
const PAUSE_MS = 30;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Shelves = Pick<Library, 'memes' | 'thumbs' | 'fingerprints'>;

/** Works off the memes one by one, as long as `free` says so. False when some are left for the next call. */
export async function catchUp({ memes, thumbs, fingerprints }: Shelves, free: () => boolean): Promise<boolean> {
  const lacksThumb = new Set(await thumbs.missing());
  const lacksPrint = new Set(await fingerprints.missing());
  for (const id of new Set([...lacksThumb, ...lacksPrint])) {
    if (!free()) return false;
    const bytes = await memes.bytes(id);
    if (bytes) await complete(id, bytes);
    await pause(PAUSE_MS);
  }
  return true;

  async function complete(id: string, bytes: Blob): Promise<void> {
    let picture: ImageBitmap;
    try {
      picture = await createImageBitmap(bytes);
    } catch (error) {
      console.warn(`Gurn: ${id} cannot be drawn`, error);
      return;
    }
    try {
      if (lacksThumb.has(id)) await thumbs.put(id, await drawThumb(picture));
      if (lacksPrint.has(id)) await fingerprints.put(id, fingerprint(picture));
    } finally {
      picture.close();
    }
  }
}
