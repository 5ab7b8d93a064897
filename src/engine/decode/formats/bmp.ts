import type { Bytes } from '../bytes.ts';
import { truncated } from '../errors.ts';
import type { Format, Size, Survey } from './format.ts';

/** Sizes of the known headers: OS/2 1, OS/2 2 short, Windows 3, with masks, with alpha mask, OS/2 2, V4, V5. */
const HEADER_SIZES = [12, 16, 40, 52, 56, 64, 108, 124];
const OS2_HEADER = 12;
/** RLE8 and RLE4: the only ones whose length does not follow from the size. */
const RUN_LENGTH = [1, 2];

const headerSize = (file: Bytes) => file.u32(14, 'le');

function size(file: Bytes): Size {
  if (headerSize(file) === OS2_HEADER) return { width: file.u16(18, 'le'), height: file.u16(20, 'le') };
  // A negative height means that the rows run from top to bottom.
  return { width: Math.max(0, file.i32le(18)), height: Math.abs(file.i32le(22)) };
}

function survey(file: Bytes, { width, height }: Size): Survey {
  const old = headerSize(file) === OS2_HEADER;
  const bits = file.u16(old ? 24 : 28, 'le');
  const packed = !old && headerSize(file) >= 40 && RUN_LENGTH.includes(file.u32(30, 'le'));
  const row = 4 * Math.ceil((width * bits) / 32);
  if (!packed && file.u32(10, 'le') + row * height > file.length) throw truncated();
  return { frames: 1, passes: 1 };
}

export const bmp: Format = {
  type: 'image/bmp',
  matches: (file) => file.text(0, 2) === 'BM' && (file.length < 18 || HEADER_SIZES.includes(headerSize(file))),
  size,
  survey,
};
