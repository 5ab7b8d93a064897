import type { Bytes } from '../bytes.ts';
import { damaged, truncated } from '../errors.ts';
import type { Format, Size, Survey } from './format.ts';

/** ITU-T T.81, table B.1. */
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const TEM = 0x01;

const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;
const isAlone = (marker: number) => isRestart(marker) || marker === SOI || marker === TEM;
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

interface Segment {
  readonly marker: number;
  /** Where its length field stands. */
  readonly at: number;
}

/**
 * The segments up to EOI, skipping entropy-coded data. A file that ends without EOI is truncated: Chromium would show
 * it with a grey rest, and a face in that rest would be lost without a word.
 */
function* segments(file: Bytes): Generator<Segment> {
  let at = 2;
  for (;;) {
    at = file.data.indexOf(0xff, at);
    if (at < 0) throw truncated();
    const marker = file.u8(at + 1);
    if (marker === EOI) return;
    if (marker === 0xff) at += 1;
    else if (marker === 0 || isAlone(marker)) at += 2;
    else {
      yield { marker, at: at + 2 };
      at += 2 + Math.max(2, file.u16(at + 2, 'be'));
    }
  }
}

function size(file: Bytes): Size {
  for (const { marker, at } of segments(file)) {
    if (isFrameHeader(marker)) return { height: file.u16(at + 3, 'be'), width: file.u16(at + 5, 'be') };
  }
  throw damaged('it has no frame header');
}

function survey(file: Bytes): Survey {
  let passes = 0;
  for (const { marker } of segments(file)) if (marker === SOS) passes += 1;
  if (passes === 0) throw damaged('it has no image data');
  return { frames: 1, passes };
}

export const jpeg: Format = {
  type: 'image/jpeg',
  matches: (file) => file.text(0, 3) === '\xff\xd8\xff',
  size,
  survey,
};
