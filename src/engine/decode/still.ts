import { within } from './deadline.ts';
import { damaged } from './errors.ts';
import { type Size, sizeWithin } from './formats/index.ts';
import type { Header } from './header.ts';
import type { Limits } from './limits.ts';

export interface Still extends Size {
  readonly bitmap: ImageBitmap;
}

const close = (bitmap: ImageBitmap): void => bitmap.close();

/** EXIF and AVIF orientations turn a picture; any other size than the checked one is a lie. */
function checkAgainst(header: Header, { width, height }: Size): void {
  if (width === header.width && height === header.height) return;
  if (width === header.height && height === header.width) return;
  const claim = `${header.width}×${header.height}`;
  throw damaged(`it claims to be ${claim} pixels and is ${width}×${height}`);
}

/** Scales down to at most `workPixels`. The bitmap given is closed when another one is returned. */
async function fitted(bitmap: ImageBitmap, { workPixels, maxMs }: Limits): Promise<ImageBitmap> {
  const { width: resizeWidth, height: resizeHeight } = sizeWithin(bitmap, workPixels);
  if (resizeWidth === bitmap.width && resizeHeight === bitmap.height) return bitmap;
  try {
    const resize = createImageBitmap(bitmap, { resizeWidth, resizeHeight, resizeQuality: 'medium' });
    return await within(maxMs, resize, close);
  } finally {
    bitmap.close();
  }
}

/** Decodes a still, turned upright. @throws DecodeError `damaged` or `timeout` */
export async function decodeStill(file: Blob, header: Header, limits: Limits): Promise<Still> {
  const decode = createImageBitmap(file, { imageOrientation: 'from-image' }).catch((cause: unknown) => {
    throw damaged('it cannot be decoded', { cause });
  });
  const bitmap = await within(limits.maxMs, decode, close);
  const { width, height } = bitmap;
  try {
    checkAgainst(header, bitmap);
  } catch (error) {
    bitmap.close();
    throw error;
  }
  return { width, height, bitmap: await fitted(bitmap, limits) };
}
