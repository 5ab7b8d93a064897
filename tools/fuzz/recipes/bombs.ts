import { deflateSync } from 'node:zlib';
import { ascii, join } from '../../../tests/unit/decode/pictures/bytes.ts';
import { jpegSkeleton } from '../../../tests/unit/decode/pictures/jpeg.ts';
import { chunk, pngBomb, pngHeader } from '../../../tests/unit/decode/pictures/png.ts';
import type { Kitchen, Made, Recipe } from '../case.ts';
import { type Gif, gifOf } from '../gif.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import { remarked } from './sound.ts';

const MEGA = 1_000_000;

/** Deflated nothing. Making it takes as long as reading it, so it is made once. */
const zeros = new Map<number, Bytes>();
function deflatedZeros(length: number): Bytes {
  const made = zeros.get(length) ?? new Uint8Array(deflateSync(new Uint8Array(length), { level: 1 }));
  zeros.set(length, made);
  return made;
}

const seedOf = ({ random, seeds }: Kitchen, name: string) =>
  random.pick(seeds.filter((seed) => seed.name.startsWith(name)));

/** A PNG of few pixels, whose `type` chunk unpacks to millions of bytes. */
function stuffed(kitchen: Kitchen, type: 'iCCP' | 'zTXt' | 'IDAT'): Made {
  const megabytes = kitchen.random.pick([1, 16, 48]);
  const data = deflatedZeros(megabytes * MEGA);
  const header = pngHeader(64, kitchen.random.int(1, 64));
  const pixels = type === 'IDAT' ? [] : chunk('IDAT', deflatedZeros(65 * 64));
  const parts = [chunk(type, type === 'IDAT' ? data : join(ascii('bomb\0\0'), data)), pixels, chunk('IEND')];
  return { what: `a small PNG whose ${type} unpacks to ${megabytes} MB`, bytes: join(header, ...parts) };
}

const gifBomb =
  (what: string, gif: (kitchen: Kitchen) => Gif, expected?: Made['expected']) =>
  (kitchen: Kitchen): Made => ({
    what,
    bytes: remarked({ format: 'gif', bytes: gifOf(gif(kitchen)) }, `case ${kitchen.number}`),
    ...(expected && { expected }),
  });

export const BOMBS: readonly Recipe[] = [
  { name: 'PNG bomb in its profile', weight: 1, make: (kitchen) => stuffed(kitchen, 'iCCP') },
  { name: 'PNG bomb in its text', weight: 1, make: (kitchen) => stuffed(kitchen, 'zTXt') },
  { name: 'PNG bomb in its pixels', weight: 1, make: (kitchen) => stuffed(kitchen, 'IDAT') },
  {
    name: 'PNG of too many pixels',
    weight: 1,
    make({ random }) {
      const side = random.int(8_100, 32_000);
      const bytes = join(pngHeader(side, side), chunk('IDAT', deflatedZeros(MEGA)), chunk('IEND'));
      return { what: `a PNG of ${side}×${side} pixels`, bytes, expected: 'refused' };
    },
  },
  {
    name: 'JPEG of many scans',
    weight: 1,
    make(kitchen) {
      const { bytes } = seedOf(kitchen, 'jpeg progressive');
      const parts = split('jpeg', bytes);
      const scans = parts.filter((part) => part[1] === 0xda);
      const copies = kitchen.random.pick([50, 500, 2_000]);
      const again = Array.from({ length: copies }, () => scans.at(-1) ?? new Uint8Array());
      const spread = assembled('jpeg', [...parts.slice(0, -1), ...again, ...parts.slice(-1)]);
      return { what: `a progressive JPEG with ${copies} scans more`, bytes: spread };
    },
  },
  {
    name: 'JPEG of many scans and pixels',
    weight: 1,
    make({ random }) {
      const scans = random.int(20, 3_000);
      return {
        what: `a JPEG of 8,000×8,000 pixels and ${scans} scans`,
        bytes: jpegSkeleton(8_000, 8_000, scans),
        expected: 'refused',
      };
    },
  },
  {
    name: 'GIF of too many frames',
    weight: 1,
    make: gifBomb(
      'a GIF of more than 10,000 frames',
      ({ random }) => ({ width: 1, height: 1, frames: random.int(10_001, 12_000), delay: 1 }),
      'refused',
    ),
  },
  {
    name: 'GIF of thousands of frames',
    weight: 1,
    make: gifBomb(
      'a GIF of thousands of frames',
      ({ random }) => ({
        width: random.int(1, 24),
        height: random.int(1, 24),
        frames: random.int(1_000, 10_000),
        delay: 0,
      }),
      'added',
    ),
  },
];

/** The largest that is let in: each takes about a second, so there are few. */
export const HEAVY: readonly Recipe[] = [
  {
    name: 'GIF of large frames',
    weight: 1,
    make: gifBomb('a GIF whose frames of 8 megapixels have 6 KB each', ({ random }) => ({
      width: 2_900,
      height: random.int(2_500, 2_900),
      frames: random.pick([2, 12, 60]),
      delay: 2,
    })),
  },
  {
    name: 'PNG of all pixels that are allowed',
    weight: 1,
    make({ random, number }) {
      const height = random.int(2_000, 8_000);
      const bytes = remarked({ format: 'png', bytes: pngBomb(7_999, height) }, `case ${number}`);
      return { what: `a black PNG of 7,999×${height} pixels`, bytes, expected: 'added' };
    },
  },
];
