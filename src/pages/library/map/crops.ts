/** Small pictures of faces, cut from the memes' thumbnails: made when they come into view, the last few hundred kept. */
import type { Face, Library } from '../../../library/index.ts';

/** Pixels a side: 44 CSS pixels on a screen of two pixels each. */
export const CROP = 88;
/** How much around a face's box is shown. */
const AROUND = 1.5;
const KEPT = 500;
const AT_ONCE = 4;

export interface Crops {
  /** `undefined` until it is there (`ready` is called then), null when there is none to be had. */
  of(key: number, meme: string): ImageBitmap | null | undefined;
  close(): void;
}

type Needed = Pick<Library, 'memes' | 'thumbs' | 'faces'>;

export function createCrops(library: Needed, ready: () => void): Crops {
  const made = new Map<number, ImageBitmap | null>();
  const waiting = new Map<number, string>();
  const making = new Set<number>();
  let closed = false;

  async function work(): Promise<void> {
    // The newest first: that is what is looked at now.
    for (let next = [...waiting].at(-1); next && !closed; next = [...waiting].at(-1)) {
      const [key, meme] = next;
      waiting.delete(key);
      making.add(key);
      const picture = await crop(library, key, meme).catch(lost);
      making.delete(key);
      if (closed) picture?.close();
      else keep(key, picture);
      ready();
    }
  }

  function keep(key: number, picture: ImageBitmap | null): void {
    made.set(key, picture);
    const [oldest] = made.keys();
    if (made.size <= KEPT || oldest === undefined) return;
    made.get(oldest)?.close();
    made.delete(oldest);
  }

  return {
    of(key, meme) {
      const picture = made.get(key);
      if (picture !== undefined) {
        made.delete(key);
        made.set(key, picture);
        return picture;
      }
      if (making.has(key)) return undefined;
      waiting.delete(key);
      waiting.set(key, meme);
      if (waiting.size > KEPT / 2) waiting.delete(waiting.keys().next().value ?? key);
      if (making.size < AT_ONCE) void work();
      return undefined;
    },
    close() {
      closed = true;
      for (const picture of made.values()) picture?.close();
      made.clear();
    },
  };
}

function lost(error: unknown): null {
  console.warn('Gurn: the picture of a face could not be made', error);
  return null;
}

async function crop({ memes, thumbs, faces }: Needed, key: number, id: string): Promise<ImageBitmap | null> {
  const [meme, thumb, all] = await Promise.all([memes.get(id), thumbs.get(id), faces.ofMeme(id)]);
  const blob = thumb ?? (await memes.bytes(id));
  if (!meme || !blob) return null;
  const whole = await createImageBitmap(blob);
  const face = all.find((candidate) => candidate.key === key);
  const { x, y, side } = square(face, whole, meme.width);
  const canvas = new OffscreenCanvas(CROP, CROP);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.beginPath();
  context.roundRect(0, 0, CROP, CROP, CROP / 4);
  context.clip();
  context.imageSmoothingQuality = 'high';
  context.drawImage(whole, x, y, side, side, 0, 0, CROP, CROP);
  whole.close();
  return canvas.transferToImageBitmap();
}

/** The square around a face in its thumbnail; all of the thumbnail where the face has no box in the first frame. */
export function square(
  face: Pick<Face, 'box' | 'frame'> | undefined,
  thumb: { readonly width: number; readonly height: number },
  originalWidth: number,
): { x: number; y: number; side: number } {
  const longer = Math.max(thumb.width, thumb.height);
  if (!face?.box || face.frame > 0) {
    return { x: (thumb.width - longer) / 2, y: (thumb.height - longer) / 2, side: longer };
  }
  const shrunk = thumb.width / originalWidth;
  const [left, top, width, height] = face.box.map((value) => value * shrunk) as [number, number, number, number];
  const side = Math.min(AROUND * Math.max(width, height), longer);
  return { x: left + width / 2 - side / 2, y: top + height / 2 - side / 2, side };
}
