import { describe, expect, it } from 'vitest';
import { type Header, readHeader } from '../../../src/engine/decode/header.ts';
import { DEFAULT_LIMITS, type Limits } from '../../../src/engine/decode/limits.ts';
import { avifSkeleton, nestedBoxes, redAvif } from './pictures/avif.ts';
import { bmp, bmpHeader } from './pictures/bmp.ts';
import { gif } from './pictures/gif.ts';
import { jpegSkeleton, oriented, photograph } from './pictures/jpeg.ts';
import { apng, png, pngHeader } from './pictures/png.ts';
import { animatedWebp, webpHeader } from './pictures/webp.ts';

const read = (bytes: Uint8Array<ArrayBuffer>, limits: Partial<Limits> = {}): Header =>
  readHeader(bytes, { ...DEFAULT_LIMITS, ...limits });

const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) });

const red = { colour: 1 } as const;
const blue = { colour: 3 } as const;

describe('the header of', () => {
  it.each<[string, Uint8Array<ArrayBuffer>, Partial<Header>]>([
    ['a JPEG photograph', photograph(), { type: 'image/jpeg', width: 1920, height: 1280, frames: 1 }],
    ['a JPEG with EXIF', oriented(photograph(), 6), { type: 'image/jpeg', width: 1920, height: 1280 }],
    ['a progressive JPEG', jpegSkeleton(300, 200, 10), { width: 300, height: 200, passes: 10 }],
    ['a PNG', png(7, 5), { type: 'image/png', width: 7, height: 5, frames: 1 }],
    ['an APNG', apng(7, 5, [{ grey: 1 }, { grey: 2 }]), { type: 'image/png', width: 7, height: 5, frames: 2 }],
    ['a GIF', gif(9, 4, [red]), { type: 'image/gif', width: 9, height: 4, frames: 1 }],
    ['an animated GIF', gif(9, 4, [red, blue, red]), { frames: 3 }],
    ['a WebP', webpHeader(300, 70_000), { type: 'image/webp', width: 300, height: 70_000 }],
    ['an animated WebP', animatedWebp(256, [webpHeader(1, 1), webpHeader(1, 1)]), { width: 256, frames: 2 }],
    ['an AVIF', redAvif(), { type: 'image/avif', width: 24, height: 16, frames: 1 }],
    ['an animated AVIF', avifSkeleton(30, 20, 12), { type: 'image/avif', width: 30, height: 20, frames: 12 }],
    ['a BMP', bmp(5, 3), { type: 'image/bmp', width: 5, height: 3 }],
    ['a BMP stored from the top', bmp(5, -3), { width: 5, height: 3 }],
  ])('%s tells type, size and frames', (_, bytes, expected) => {
    expect(read(bytes, { maxSide: 100_000 })).toMatchObject(expected);
  });

  it('a GIF without a trailer counts: many encoders leave it away', () => {
    const whole = gif(9, 4, [red, blue]);
    expect(read(whole.subarray(0, -1))).toMatchObject({ frames: 2 });
  });
});

describe('a file that is cut off is refused as truncated:', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['JPEG', photograph()],
    ['PNG', png(64, 64)],
    ['APNG', apng(7, 5, [{ grey: 1 }, { grey: 2 }])],
    ['WebP', animatedWebp(64, [webpHeader(1, 1), webpHeader(1, 1)])],
    ['AVIF', redAvif()],
    ['BMP', bmp(64, 64)],
  ])('%s, wherever the cut is', (_, bytes) => {
    for (const part of [0.3, 0.6, 0.9, 0.999]) {
      const cut = bytes.subarray(0, Math.min(bytes.length - 1, Math.floor(bytes.length * part)));
      expect(() => read(cut)).toThrow(refusal('truncated', /cut off/));
    }
  });

  it('GIF, in the middle of a frame', () => {
    const bytes = gif(20, 20, [red, blue]);
    expect(() => read(bytes.subarray(0, bytes.length - 20))).toThrow(refusal('truncated', /cut off/));
  });

  it('a JPEG whose last scan has no end', () => {
    expect(() => read(jpegSkeleton(10, 10, 2, true))).toThrow(refusal('truncated', /cut off/));
  });
});

describe('a header that claims too much is refused before its data is looked at:', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['PNG', pngHeader(50_000, 50_000)],
    ['GIF', gif(1, 1, [red]).with(6, 255).with(7, 255).with(8, 255).with(9, 255)],
    ['JPEG', jpegSkeleton(65_535, 65_535)],
    ['WebP', webpHeader(16_777_216, 16_777_216)],
    ['AVIF', avifSkeleton(4_000_000_000, 4_000_000_000)],
    ['BMP', bmpHeader(50_000, 50_000)],
  ])('%s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(refusal('too-many-pixels', /megapixels/));
  });

  it('a picture longer than any canvas', () => {
    expect(() => read(pngHeader(100_000, 10))).toThrow(refusal('too-many-pixels', /longest side/));
  });

  it('an animation whose frames would be held several at a time', () => {
    expect(() => read(avifSkeleton(5000, 5000, 2))).toThrow(refusal('too-many-pixels', /animation/));
    expect(read(avifSkeleton(5000, 5000, 1)).width).toBe(5000);
  });

  it('no pixels at all', () => {
    expect(() => read(pngHeader(0, 10))).toThrow(refusal('damaged', /0×10/));
  });
});

describe('a frame outside its picture is refused as inconsistent:', () => {
  const claim = { width: 5000, height: 5000 };
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['GIF', gif(10, 10, [red, { colour: 3, claim }])],
    ['APNG', apng(10, 10, [{ grey: 0 }, { grey: 1, claim }])],
    ['WebP', animatedWebp(64, [webpHeader(1, 1)], claim)],
  ])('%s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(refusal('inconsistent', /5000×5000/));
  });
});

describe('what would take too long is refused:', () => {
  it('more frames than the limit', () => {
    expect(() => read(gif(1, 1, [red, blue, red]), { maxFrames: 2 })).toThrow(refusal('too-many-frames', /3 frames/));
    expect(read(gif(1, 1, [red, blue]), { maxFrames: 2 }).frames).toBe(2);
  });

  it('a progressive JPEG of thousands of scans', () => {
    expect(() => read(jpegSkeleton(4000, 4000, 2000))).toThrow(refusal('too-costly', /2,000 layers/));
  });

  it('a file of too many bytes', () => {
    expect(() => read(png(64, 64), { maxBytes: 50 })).toThrow(refusal('too-large-file', /the most is/));
  });

  it('boxes nested without end, which would exhaust the stack', () => {
    expect(() => read(nestedBoxes(200_000))).toThrow(refusal('damaged', /size/));
  });
});

describe('a file without pictures in it is refused as damaged:', () => {
  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a JPEG of no scans', jpegSkeleton(10, 10, 0)],
    ['a GIF of no frames', gif(10, 10, [])],
    ['a PNG whose first chunk is no header', png(5, 5).with(12, 0x58)],
  ])('%s', (_, bytes) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});

it('noise behind any magic number never escapes as anything but a DecodeError', () => {
  const samples = [
    photograph().subarray(0, 4000),
    png(9, 9),
    gif(9, 9, [red, blue]),
    redAvif(),
    bmp(5, 5),
    apng(3, 3, [{ grey: 1 }]),
  ];
  let seed = 1;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 3000; round += 1) {
    const bytes = Uint8Array.from(samples[round % samples.length] ?? []);
    for (let flips = 0; flips < 8; flips += 1) bytes[4 + random(bytes.length - 4)] = random(256);
    try {
      const { width, height } = read(bytes);
      expect(width * height).toBeLessThanOrEqual(DEFAULT_LIMITS.maxPixels);
    } catch (error) {
      expect(error).toMatchObject({ name: 'DecodeError' });
    }
  }
});
