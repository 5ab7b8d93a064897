import type { Bytes } from '../bytes.ts';
import { damaged } from '../errors.ts';
import { checkFrame, type Format, type Rectangle, type Size, type Survey } from './format.ts';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const LABEL_BYTES = 2;
const IMAGE_DESCRIPTOR_BYTES = 10;

/** Bytes of the colour table that a flags byte announces. */
const colourTableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where the chain of sub-blocks that begins at `at` ends. */
function skipSubBlocks(file: Bytes, at: number): number {
  let next = at;
  for (let length = file.u8(next); length > 0; length = file.u8(next)) next += 1 + length;
  return next + 1;
}

const rectangle = (file: Bytes, at: number): Rectangle => ({
  x: file.u16(at + 1, 'le'),
  y: file.u16(at + 3, 'le'),
  width: file.u16(at + 5, 'le'),
  height: file.u16(at + 7, 'le'),
});

function survey(file: Bytes, canvas: Size): Survey {
  let frames = 0;
  let at = 13 + colourTableBytes(file.u8(10));
  // Many encoders leave the trailer away, and browsers end at the first unknown block: whole frames are what counts.
  while (at < file.length) {
    const block = file.u8(at);
    if (block === EXTENSION) at = skipSubBlocks(file, at + LABEL_BYTES);
    else if (block === IMAGE) {
      checkFrame(rectangle(file, at), canvas, frames);
      const data = at + IMAGE_DESCRIPTOR_BYTES + colourTableBytes(file.u8(at + 9));
      at = skipSubBlocks(file, data + 1);
      frames += 1;
    } else break;
  }
  if (frames === 0) throw damaged('it has no frames');
  return { frames, passes: 1 };
}

export const gif: Format = {
  type: 'image/gif',
  matches: (file) => ['GIF87a', 'GIF89a'].includes(file.text(0, 6)),
  size: (file) => ({ width: file.u16(6, 'le'), height: file.u16(8, 'le') }),
  survey,
};
