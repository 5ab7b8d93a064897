import { avifSkeleton } from '../../../tests/unit/decode/pictures/avif.ts';
import { bmpHeader } from '../../../tests/unit/decode/pictures/bmp.ts';
import { u16be, u16le, u24le, u32be, u32le } from '../../../tests/unit/decode/pictures/bytes.ts';
import { jpegSkeleton } from '../../../tests/unit/decode/pictures/jpeg.ts';
import { pngHeader } from '../../../tests/unit/decode/pictures/png.ts';
import { webpHeader } from '../../../tests/unit/decode/pictures/webp.ts';
import type { Recipe } from '../case.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import type { Random } from '../random.ts';
import type { FormatName } from '../seeds.ts';

/** Sides at which something overflows, or nearly does. */
const SIDES = [0, 1, 2, 3, 63, 255, 4096, 8191, 16_383, 16_384, 32_767, 32_768, 65_535];
const LONG_SIDES = [...SIDES, 65_536, 0xffffff, 0x1000000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

const placeOf = (bytes: Bytes, ...wanted: number[]): number =>
  bytes.findIndex((_, at) => wanted.every((byte, i) => bytes[at + i] === byte));

/** Writes another size where each format says it. */
const LIES: Readonly<Record<FormatName, (bytes: Bytes, random: Random) => void>> = {
  jpeg(bytes, random) {
    const progressive = placeOf(bytes, 0xff, 0xc2);
    const at = progressive >= 0 ? progressive : placeOf(bytes, 0xff, 0xc0);
    bytes.set([...u16be(random.pick(SIDES)), ...u16be(random.pick(SIDES))], at + 5);
  },
  png: (bytes, random) => bytes.set([...u32be(random.pick(LONG_SIDES)), ...u32be(random.pick(LONG_SIDES))], 16),
  gif: (bytes, random) => bytes.set([...u16le(random.pick(SIDES)), ...u16le(random.pick(SIDES))], 6),
  webp(bytes, random) {
    const side = (): number[] => u24le(random.pick(LONG_SIDES));
    // VP8X has 24 bits a side, VP8 and VP8L have 14 in other places.
    bytes.set(
      bytes[15] === 0x58 ? [...side(), ...side()] : random.bytes(4),
      bytes[15] === 0x58 ? 24 : 21 + (bytes[15] === 0x20 ? 5 : 0),
    );
  },
  avif(bytes, random) {
    const at = placeOf(bytes, 0x69, 0x73, 0x70, 0x65) + 8;
    bytes.set([...u32be(random.pick(LONG_SIDES)), ...u32be(random.pick(LONG_SIDES))], at);
  },
  bmp: (bytes, random) => bytes.set([...u32le(random.pick(LONG_SIDES)), ...u32le(random.pick(LONG_SIDES))], 18),
};

/** Claims and no pixels. */
const SKELETONS: readonly ((width: number, height: number) => Bytes)[] = [
  pngHeader,
  jpegSkeleton,
  (width, height) => webpHeader(Math.max(1, width), Math.max(1, height)),
  avifSkeleton,
  (width, height) => bmpHeader(width, height),
];

export const SIZES: readonly Recipe[] = [
  {
    name: 'lies about its size',
    weight: 12,
    make({ random, seeds }) {
      const seed = random.pick(seeds);
      const bytes = seed.bytes.slice();
      LIES[seed.format](bytes, random);
      return {
        what: `${seed.name}, of another size than it says`,
        bytes: assembled(seed.format, split(seed.format, bytes)),
      };
    },
  },
  {
    name: 'claims only',
    weight: 3,
    make({ random }) {
      const [width, height] = [random.pick(LONG_SIDES), random.pick(LONG_SIDES)];
      return {
        what: `a header of ${width}×${height} and no pixels`,
        bytes: random.pick(SKELETONS)(width, height),
        expected: 'refused',
      };
    },
  },
];
