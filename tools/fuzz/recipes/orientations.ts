import { ascii, join, u16be, u32be, u32le } from '../../../tests/unit/decode/pictures/bytes.ts';
import { oriented } from '../../../tests/unit/decode/pictures/jpeg.ts';
import { chunk } from '../../../tests/unit/decode/pictures/png.ts';
import type { Kitchen, Made, Recipe } from '../case.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import type { Random } from '../random.ts';
import { remarked } from './sound.ts';

const of = ({ random, seeds }: Kitchen, ...formats: string[]) =>
  random.pick(seeds.filter(({ format, animated }) => formats.includes(format) && !animated));

/** A TIFF directory as EXIF has it, wrong in one way or another. */
function brokenExif(random: Random): Bytes {
  const at = random.pick([8, 0, 4, 7, 0xfffffff0, 0xffffffff]);
  const count = random.pick([0, 1, 2, 300, 65_535]);
  const type = random.pick([0, 1, 3, 4, 12, 13, 255]);
  const values = random.pick([0, 1, 2, 0x10000000, 0xffffffff]);
  const entry = [...u16be(0x0112), ...u16be(type), ...u32be(values), ...u16be(random.int(0, 65_535)), 0, 0];
  // Points at itself every now and then: a directory without end.
  const next = u32be(random.pick([0, 8, 10, 0xffffffff]));
  return Uint8Array.from([
    ...ascii(random.pick(['MM', 'II', 'XX'])),
    0,
    42,
    ...u32be(at),
    ...u16be(count),
    ...entry,
    ...next,
  ]);
}

function whereFormatsKeepIt(kitchen: Kitchen, exif: Bytes): Made {
  const seed = of(kitchen, 'jpeg', 'png', 'webp');
  const parts = split(seed.format, seed.bytes);
  const marked = join(ascii('Exif'), [0, 0], exif);
  const part = {
    jpeg: () => join([0xff, 0xe1], u16be(marked.length + 2), marked),
    png: () => chunk('eXIf', exif),
    webp: () => join(ascii('EXIF'), u32le(exif.length), exif, exif.length % 2 ? [0] : []),
  }[seed.format as 'jpeg' | 'png' | 'webp']();
  const at = { jpeg: 1, png: 2, webp: parts.length }[seed.format as 'jpeg' | 'png' | 'webp'];
  return { what: `${seed.name} with a broken EXIF`, bytes: assembled(seed.format, parts.toSpliced(at, 0, part)) };
}

export const ORIENTATIONS: readonly Recipe[] = [
  {
    name: 'turned by EXIF',
    weight: 3,
    make(kitchen) {
      const orientation = kitchen.random.int(1, 8);
      const seed = of(kitchen, 'jpeg');
      const bytes = oriented(remarked(seed, `case ${kitchen.number}`), orientation);
      return { what: `${seed.name}, orientation ${orientation}`, bytes: new Uint8Array(bytes), expected: 'added' };
    },
  },
  {
    name: 'turned in a way that is none',
    weight: 2,
    make(kitchen) {
      const orientation = kitchen.random.pick([0, 9, 255, 65_535]);
      const seed = of(kitchen, 'jpeg');
      const bytes = oriented(remarked(seed, `case ${kitchen.number}`), orientation);
      return { what: `${seed.name}, orientation ${orientation}`, bytes: new Uint8Array(bytes), expected: 'added' };
    },
  },
  { name: 'broken EXIF', weight: 5, make: (kitchen) => whereFormatsKeepIt(kitchen, brokenExif(kitchen.random)) },
];
