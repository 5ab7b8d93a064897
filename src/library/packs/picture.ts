/** What a file's bytes say of the picture in it, before anything shows it. */
import { BMP } from 'image-size/types/bmp';
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import type { IImage } from 'image-size/types/interface';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { LIMITS } from './limits.ts';
import type { PictureType } from './names.ts';

/** AVIF tells its size in its first boxes; all boxes of a large file would be compared with all. */
const AVIF_HEAD = 64 * 1024;

const READERS: Readonly<Record<PictureType, IImage>> = {
  'image/jpeg': JPG,
  'image/png': PNG,
  'image/gif': GIF,
  'image/webp': WEBP,
  'image/avif': HEIF,
  'image/bmp': BMP,
};

/** Why these bytes are no picture of this type that can be shown; `undefined`: they are one, as far as their head says. */
export function faultOf(bytes: Uint8Array<ArrayBuffer>, type: PictureType): string | undefined {
  const reader = READERS[type];
  const head = type === 'image/avif' ? bytes.subarray(0, AVIF_HEAD) : bytes;
  try {
    if (!reader.validate(head)) return `not ${type}`;
    const { width, height } = reader.calculate(head);
    const fits = width >= 1 && height >= 1 && Math.max(width, height) <= LIMITS.side;
    return fits && width * height <= LIMITS.pixels ? undefined : `${width}×${height} pixels`;
  } catch (error) {
    return `${type}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
