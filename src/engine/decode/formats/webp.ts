import type { Bytes } from '../bytes.ts';
import { damaged, truncated } from '../errors.ts';
import { checkFrame, type Format, type Size, type Survey } from './format.ts';

const FIRST_CHUNK = 12;
const CHUNK_HEADER = 8;
const ANIMATED = 0x02;

/** WebP container specification, and RFC 6386 section 9.1 for VP8. */
function size(file: Bytes): Size {
  const at = FIRST_CHUNK + CHUNK_HEADER;
  switch (file.text(FIRST_CHUNK, 4)) {
    case 'VP8X':
      return { width: file.u24le(at + 4) + 1, height: file.u24le(at + 7) + 1 };
    case 'VP8L': {
      const bits = file.u32(at + 1, 'le');
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: file.u16(at + 6, 'le') & 0x3fff, height: file.u16(at + 8, 'le') & 0x3fff };
    default:
      throw file.length < at ? truncated() : damaged('its header is missing');
  }
}

function survey(file: Bytes, canvas: Size): Survey {
  const end = CHUNK_HEADER + file.u32(4, 'le');
  if (end > file.length) throw truncated();
  const animated = file.text(FIRST_CHUNK, 4) === 'VP8X' && (file.u8(FIRST_CHUNK + CHUNK_HEADER) & ANIMATED) !== 0;
  let frames = 0;
  for (let at = FIRST_CHUNK; at + CHUNK_HEADER <= end; ) {
    const length = file.u32(at + 4, 'le');
    if (at + CHUNK_HEADER + length > end) throw truncated();
    if (animated && file.text(at, 4) === 'ANMF') {
      checkFrame(frameRectangle(file, at + CHUNK_HEADER), canvas, frames);
      frames += 1;
    }
    at += CHUNK_HEADER + length + (length % 2);
  }
  if (animated && frames === 0) throw damaged('it has no frames');
  return { frames: Math.max(1, frames), passes: 1 };
}

/** Positions are stored halved, sizes less one. */
const frameRectangle = (file: Bytes, at: number) => ({
  x: 2 * file.u24le(at),
  y: 2 * file.u24le(at + 3),
  width: file.u24le(at + 6) + 1,
  height: file.u24le(at + 9) + 1,
});

export const webp: Format = {
  type: 'image/webp',
  matches: (file) => file.text(0, 4) === 'RIFF' && file.text(8, 4) === 'WEBP',
  size,
  survey,
};
