import type { Bytes } from '../bytes.ts';
import { damaged } from '../errors.ts';
import { checkFrame, type Format, type Size, type Survey } from './format.ts';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

interface Chunk {
  readonly type: string;
  /** Where its data begins. */
  readonly at: number;
}

/** The chunks before IEND. */
function* chunks(file: Bytes): Generator<Chunk> {
  let at = SIGNATURE.length;
  for (;;) {
    const length = file.u32(at, 'be');
    const type = file.text(at + 4, 4);
    // Its checksum is read to see that it is there; the decoder checks it.
    file.u32(at + 8 + length, 'be');
    if (type === 'IEND') return;
    yield { type, at: at + 8 };
    at += 12 + length;
  }
}

function size(file: Bytes): Size {
  if (file.text(12, 4) !== 'IHDR') throw damaged('its header is missing');
  return { width: file.u32(16, 'be'), height: file.u32(20, 'be') };
}

/** APNG: frames count only when acTL stands before the image data, else the file is a still. */
function survey(file: Bytes, canvas: Size): Survey {
  let animated = false;
  let data = false;
  let frames = 0;
  for (const { type, at } of chunks(file)) {
    if (type === 'IDAT') data = true;
    if (type === 'acTL' && !data) animated = true;
    if (type === 'fcTL' && animated) {
      const [width, height, x, y] = [4, 8, 12, 16].map((offset) => file.u32(at + offset, 'be')) as Four;
      checkFrame({ x, y, width, height }, canvas, frames);
      frames += 1;
    }
  }
  if (!data) throw damaged('it has no image data');
  return { frames: Math.max(1, frames), passes: 1 };
}

type Four = [number, number, number, number];

export const png: Format = {
  type: 'image/png',
  matches: (file) => file.text(0, SIGNATURE.length) === SIGNATURE,
  size,
  survey,
};
