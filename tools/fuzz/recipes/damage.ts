import { join } from '../../../tests/unit/decode/pictures/bytes.ts';
import type { Kitchen, Made, Recipe } from '../case.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import type { Random } from '../random.ts';
import type { Seed } from '../seeds.ts';

/** Headers and tables stand here; behind it are mostly pixels. */
const HEAD_BYTES = 400;
/** A part is repeated up to this length. */
const MOST_REPEATED_BYTES = 60_000;

const damaging =
  (what: string, damage: (bytes: Bytes, kitchen: Kitchen, seed: Seed) => Bytes) =>
  (kitchen: Kitchen): Made => {
    const seed = kitchen.random.pick(kitchen.seeds);
    return { what: `${seed.name}, ${what}`, bytes: damage(seed.bytes.slice(), kitchen, seed) };
  };

function flipped(bytes: Bytes, random: Random, within: number): Bytes {
  for (let flips = random.int(1, 12); flips > 0; flips -= 1) {
    const at = random.int(0, Math.min(bytes.length, within) - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  return bytes;
}

/** What is done to one of a picture's chunks, segments, blocks or boxes, or with it. */
const OPERATIONS: readonly ((parts: Bytes[], at: number, random: Random) => Bytes[])[] = [
  (parts, at) => parts.toSpliced(at, 1),
  (parts, at) => parts.toSpliced(at, 0, parts[at] ?? new Uint8Array()),
  (parts, at, random) => parts.toSpliced(random.int(0, parts.length), 0, ...parts.splice(at, 1)),
  (parts, at, random) => parts.with(at, random.bytes(parts[at]?.length ?? 0)),
  (parts, at, random) => parts.with(at, noisy(parts[at] ?? new Uint8Array(), random)),
  (parts, at, random) => parts.with(at, (parts[at] ?? new Uint8Array()).slice(0, random.int(0, 40))),
  (parts, at, random) => {
    const part = parts[at] ?? new Uint8Array();
    const times = Math.min(random.int(2, 400), Math.ceil(MOST_REPEATED_BYTES / (part.length + 1)));
    return parts.toSpliced(at, 0, ...Array.from({ length: times }, () => part));
  },
];

/** The first bytes say what a part is; some of the others become anything. */
function noisy(part: Bytes, random: Random): Bytes {
  const changed = part.slice();
  for (let count = random.int(1, 20); count > 0 && part.length > 8; count -= 1) {
    changed[random.int(8, part.length - 1)] = random.int(0, 255);
  }
  return changed;
}

export const DAMAGE: readonly Recipe[] = [
  {
    name: 'truncated',
    weight: 9,
    make: damaging('cut off', (bytes, { random }) => bytes.slice(0, random.int(0, bytes.length - 1))),
  },
  {
    name: 'bits flipped anywhere',
    weight: 9,
    make: damaging('with bits flipped', (bytes, { random }) => flipped(bytes, random, bytes.length)),
  },
  {
    name: 'bits flipped in the head',
    weight: 12,
    make: damaging('with bits flipped in its head', (bytes, { random }) => flipped(bytes, random, HEAD_BYTES)),
  },
  {
    name: 'overwritten',
    weight: 5,
    make: damaging('with noise in it', (bytes, { random }) => {
      const at = random.int(0, bytes.length - 1);
      bytes.set(random.bytes(Math.min(random.int(1, 500), bytes.length - at)), at);
      return bytes;
    }),
  },
  {
    name: 'extremes',
    weight: 6,
    make: damaging('with extreme numbers in its head', (bytes, { random }) => {
      for (let count = random.int(1, 4); count > 0; count -= 1) {
        const at = random.int(2, Math.min(bytes.length, HEAD_BYTES) - 5);
        bytes.fill(random.pick([0, 0x7f, 0x80, 0xff]), at, at + random.pick([1, 2, 4]));
      }
      return bytes;
    }),
  },
  {
    name: 'parts',
    weight: 14,
    make: damaging('with its parts out of order', (bytes, { random }, { format }) => {
      let parts = split(format, bytes);
      for (let count = random.int(1, 3); count > 0 && parts.length > 1; count -= 1) {
        parts = random.pick(OPERATIONS)(parts, random.int(1, parts.length - 1), random);
      }
      return assembled(format, parts);
    }),
  },
  {
    name: 'grafted',
    weight: 5,
    make: damaging('with the rest of another file', (bytes, { random, seeds }) => {
      const other = random.pick(seeds).bytes;
      const from = random.int(0, other.length - 1);
      return join(bytes.slice(0, random.int(4, bytes.length)), other.slice(from));
    }),
  },
];
