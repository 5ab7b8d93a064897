import { deflateSync } from 'node:zlib';
import { ascii, join, u16be, u32be } from '../../../tests/unit/decode/pictures/bytes.ts';
import { chunk } from '../../../tests/unit/decode/pictures/png.ts';
import type { Kitchen, Made, Recipe } from '../case.ts';
import { type Bytes, split } from '../parts.ts';
import type { Random } from '../random.ts';

/** A profile's header (ICC.1:2022, 7.2) with what is asked for in it, and noise for tags. */
function profile(random: Random): Bytes {
  const bytes = random.bytes(random.pick([0, 16, 128, 132, 400]));
  const head = [...u32be(random.pick([0, 128, bytes.length, 0xffffffff])), ...ascii('gurn'), 4, 0, 0, 0];
  const spaces = random.pick(['mntrRGB XYZ ', 'prtrCMYKLab ', 'scnrGRAYXYZ ', 'linkRGB RGB ', 'mntr????    ']);
  bytes.set([...head, ...ascii(spaces)].slice(0, bytes.length));
  if (bytes.length >= 132) bytes.set([...ascii('acsp')], 36);
  if (bytes.length >= 132) bytes.set(u32be(random.pick([0, 1, 9, 0x10000000, 0xffffffff])), 128);
  return bytes;
}

/** Chunks that say how a PNG's colours are meant, with nonsense in them. */
const PNG_CHUNKS: readonly ((random: Random) => Bytes)[] = [
  (random) => chunk('gAMA', u32be(random.pick([0, 1, 45_455, 0x7fffffff, 0xffffffff]))),
  (random) => chunk('cICP', [...random.bytes(random.pick([0, 3, 4, 5]))]),
  (random) => chunk('cHRM', [...random.bytes(random.pick([0, 31, 32]))]),
  (random) => chunk('sRGB', [random.int(0, 255)]),
  (random) => chunk('iCCP', join(ascii('p\0\0'), deflateSync(profile(random)))),
  (random) => chunk('iCCP', [...random.bytes(60)]),
  (random) => chunk('PLTE', [...random.bytes(random.pick([0, 1, 3, 767, 768, 771]))]),
  (random) => chunk('tRNS', [...random.bytes(random.pick([0, 1, 2, 6, 300]))]),
  (random) => chunk('bKGD', [...random.bytes(6)]),
  (random) => chunk('sBIT', [...random.bytes(4)]),
  (random) => chunk('mDCV', [...random.bytes(24)]),
];

function png(kitchen: Kitchen): Made {
  const { random, seeds } = kitchen;
  const seed = random.pick(seeds.filter(({ format }) => format === 'png'));
  const added = Array.from({ length: random.int(1, 4) }, () => random.pick(PNG_CHUNKS)(random));
  const bytes = join(...split('png', seed.bytes).toSpliced(2, 0, ...added));
  return { what: `${seed.name} with nonsense about its colours`, bytes };
}

/** An ICC profile in JPEG segments, which are numbered: not always rightly. */
function icc(random: Random): Bytes[] {
  const count = random.int(1, 3);
  return Array.from({ length: count }, (_, i) => {
    const number = random.once(3) ? random.int(0, 255) : i + 1;
    const data = [...ascii('ICC_PROFILE\0'), number, random.once(4) ? 0 : count, ...profile(random)];
    return Uint8Array.from([0xff, 0xe2, ...u16be(data.length + 2), ...data]);
  });
}

/** What makes a JPEG's components RGB, YCbCr, CMYK or YCCK; another value than is true turns colours around. */
const adobe = (random: Random): Bytes => {
  const data = [...ascii('Adobe'), 0, 100, 0, 0, 0, 0, random.pick([0, 1, 2, 3, 255])];
  return Uint8Array.from([0xff, 0xee, ...u16be(data.length + 2), ...data]);
};

function jpeg(kitchen: Kitchen): Made {
  const { random, seeds } = kitchen;
  const seed = random.pick(seeds.filter(({ format }) => format === 'jpeg'));
  const added = random.once(2) ? icc(random) : [adobe(random)];
  return {
    what: `${seed.name} with a wrong profile`,
    bytes: join(...split('jpeg', seed.bytes).toSpliced(1, 0, ...added)),
  };
}

export const COLOURS: readonly Recipe[] = [
  { name: 'PNG colours', weight: 4, make: png },
  { name: 'JPEG colours', weight: 4, make: jpeg },
];
