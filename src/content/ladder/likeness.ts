/**
 * Whether a picture in the page is the file that was handed over. A preview has the same bytes, or is scaled, or cut to
 * a square; pages are full of other new pictures, such as the one that comes in from somebody else just now.
 */

/** `perhaps`: the file may move, and what is shown may be another of its frames. */
export type Likeness = 'same' | 'different' | 'perhaps' | 'unknown';

/** Pixels a side to compare: enough to tell pictures apart, few enough to be blind to compression. */
const SIDE = 16;
/** Mean difference of a colour, of 255, that scaling and compression explain. */
const TOLERANCE = 16;
/** Milliseconds that a picture of the page may take to be decoded. */
const PATIENCE = 2000;

const RESIZED = { resizeWidth: SIDE, resizeHeight: SIDE, resizeQuality: 'high' } as const;

/** RGBA of the picture squeezed into a small square. Throws for what the page may not read either. */
function pixelsOf(bitmap: ImageBitmap): Uint8ClampedArray {
  const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d');
  if (!context) throw new Error('There is no 2D canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, SIDE, SIDE).data;
}

const squeezed = async (source: ImageBitmapSource): Promise<Uint8ClampedArray> =>
  pixelsOf(await createImageBitmap(source, RESIZED));

async function squareOf(file: Blob): Promise<Uint8ClampedArray> {
  const { width, height } = await createImageBitmap(file).then((whole) => {
    const size = { width: whole.width, height: whole.height };
    whole.close();
    return size;
  });
  const side = Math.min(width, height);
  const [x, y] = [(width - side) / 2, (height - side) / 2];
  return pixelsOf(await createImageBitmap(file, x, y, side, side, RESIZED));
}

/** Mean difference over the pixels that are opaque in the file; a preview may have any colour behind the others. */
function difference(own: Uint8ClampedArray, other: Uint8ClampedArray): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < own.length; i += 4) {
    if (own[i + 3] !== 255) continue;
    for (let channel = i; channel < i + 3; channel += 1) sum += Math.abs((own[channel] ?? 0) - (other[channel] ?? 0));
    count += 3;
  }
  return count === 0 ? Number.NaN : sum / count;
}

async function loaded(picture: Element, url: string): Promise<HTMLImageElement> {
  const image = picture instanceof HTMLImageElement ? picture : new Image();
  if (image !== picture) image.src = url;
  await image.decode();
  return image;
}

const inTime = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('It took too long.')), PATIENCE)),
  ]);

const bytesAt = (url: string): Promise<Blob> => fetch(url).then((response) => response.blob());

async function hasBytesOf(file: Blob, url: string): Promise<boolean> {
  const shown = await bytesAt(url);
  if (shown.size !== file.size) return false;
  const [a, b] = await Promise.all([shown.arrayBuffer(), file.arrayBuffer()]);
  const [one, other] = [new Uint8Array(a), new Uint8Array(b)];
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}

/** Which frame a page shows just now is not known, so of these no picture can be said not to be one. */
const MAY_MOVE = /^image\/(?:gif|webp|apng|avif)$/;

const unreadable = (error: unknown): undefined => {
  console.debug('Gurn: a picture could not be compared.', error);
  return undefined;
};

/**
 * Returns a judge of pictures in the page: `unknown` where either picture cannot be decoded or may not be read.
 *
 * @param file The picture that was handed over; it is decoded when the first picture is to be judged.
 */
export function judgeOf(file: Blob): (picture: Element, url: string) => Promise<Likeness> {
  let own: Promise<readonly Uint8ClampedArray[]> | undefined;

  async function looksLike(picture: Element, url: string): Promise<Likeness> {
    own ??= Promise.all([squeezed(file), squareOf(file)]);
    const [forms, shown] = await Promise.all([own, framesOf(picture, url)]);
    const differences = forms.flatMap((form) => shown.map((frame) => difference(form, frame)));
    if (differences.some((value) => value <= TOLERANCE)) return 'same';
    return differences.some(Number.isNaN) ? 'unknown' : 'different';
  }

  /** What the page shows now, and where it may move, the first frame: that is what is known of the file. */
  async function framesOf(picture: Element, url: string): Promise<readonly Uint8ClampedArray[]> {
    const now = await squeezed(await loaded(picture, url));
    if (!MAY_MOVE.test(file.type)) return [now];
    const first = await bytesAt(url).then(squeezed).catch(unreadable);
    return first ? [now, first] : [now];
  }

  return async (picture, url) => {
    // The page may have thrown the bytes away, but shows the picture still.
    if (await inTime(hasBytesOf(file, url)).catch(unreadable)) return 'same';
    const likeness = (await inTime(looksLike(picture, url)).catch(unreadable)) ?? 'unknown';
    return likeness !== 'same' && MAY_MOVE.test(file.type) ? 'perhaps' : likeness;
  };
}
