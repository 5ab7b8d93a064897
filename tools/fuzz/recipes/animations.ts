import { ascii, u16be, u24le, u32be, u32le } from '../../../tests/unit/decode/pictures/bytes.ts';
import type { Kitchen, Recipe } from '../case.ts';
import { gifOf } from '../gif.ts';
import { assembled, type Bytes, split } from '../parts.ts';
import type { Random } from '../random.ts';
import { remarked } from './sound.ts';

const DELAYS = [0, 1, 2, 10, 32_767, 32_768, 65_535];
const EDGES = [0, 1, 2, 71, 72, 73, 4_096, 65_535];
const LONG_EDGES = [...EDGES, 0x7fffffff, 0x80000000, 0xffffffff];

const isA = (part: Bytes, type: string, at: number): boolean => ascii(type).every((byte, i) => part[at + i] === byte);
const without = (part: Bytes, at: number, bytes: readonly number[]): Bytes => {
  const changed = part.slice();
  if (at + bytes.length <= changed.length) changed.set(bytes, at);
  return changed;
};

/** One field of an APNG's control chunks, by its place in the chunk, written anew. */
function brokenControl(part: Bytes, random: Random): Bytes {
  if (isA(part, 'acTL', 4)) return without(part, 8, u32be(random.pick([0, 1, 3, 5, 9_999, 10_001, 0xffffffff])));
  if (isA(part, 'fdAT', 4)) return without(part, 8, u32be(random.pick([0, 1, 99, 0xffffffff])));
  if (!isA(part, 'fcTL', 4)) return part;
  const field = random.int(0, 8);
  if (field < 5) return without(part, 8 + 4 * field, u32be(random.pick(LONG_EDGES)));
  if (field < 7) return without(part, 28 + 2 * (field - 5), u16be(random.pick(DELAYS)));
  return without(part, 32 + (field - 7), [random.int(0, 255)]);
}

/** One field of an animated WebP's chunks. Offsets and sizes of a frame have 24 bits, and so has its duration. */
function brokenFrame(part: Bytes, random: Random): Bytes {
  if (isA(part, 'VP8X', 0)) return without(part, 8, [random.int(0, 255)]);
  if (isA(part, 'ANIM', 0)) return without(part, 8, random.bytes(6) as unknown as number[]);
  if (!isA(part, 'ANMF', 0)) return part;
  const field = random.int(0, 7);
  if (field < 5) return without(part, 8 + 3 * field, u24le(random.pick([...EDGES, 0xfffffe, 0xffffff])));
  if (field === 5) return without(part, 23, [random.int(0, 255)]);
  if (field === 6) return without(part, 24, [...random.bytes(4)]);
  return without(part, 28, u32le(random.pick([0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff])));
}

const breaking = (name: string, what: string, change: (part: Bytes, random: Random) => Bytes) => (kitchen: Kitchen) => {
  const { random, seeds } = kitchen;
  const seed = random.pick(seeds.filter((one) => one.name === name));
  let parts = split(seed.format, seed.bytes);
  for (let rounds = random.int(1, 3); rounds > 0; rounds -= 1) {
    const fitting = parts.flatMap((part, at) => (change(part, random) === part ? [] : [at]));
    if (fitting.length === 0) break;
    const at = random.pick(fitting);
    parts = parts.with(at, change(parts[at] ?? new Uint8Array(), random));
  }
  return {
    what,
    bytes: remarked({ format: seed.format, bytes: assembled(seed.format, parts) }, `case ${kitchen.number}`),
  };
};

export const ANIMATIONS: readonly Recipe[] = [
  {
    name: 'broken APNG',
    weight: 5,
    make: breaking('png animated', 'an APNG with wrong control chunks', brokenControl),
  },
  {
    name: 'broken WebP animation',
    weight: 5,
    make: breaking('webp animated', 'an animated WebP with wrong frames', brokenFrame),
  },
  {
    name: 'GIF with wrong frames',
    weight: 4,
    make({ random, number }) {
      const frame = {
        x: random.pick(EDGES),
        y: random.pick(EDGES),
        width: random.int(0, 90),
        height: random.int(0, 90),
      };
      const gif = { width: 72, height: 72, frames: random.int(1, 6), delay: random.pick(DELAYS), frame };
      const bytes = gifOf({ ...gif, disposal: random.int(0, 7) });
      return {
        what: 'a GIF whose frames may lie outside of it',
        bytes: remarked({ format: 'gif', bytes }, `case ${number}`),
      };
    },
  },
  {
    name: 'GIF of odd delays',
    weight: 2,
    make({ random, number }) {
      const delay = random.pick(DELAYS);
      const bytes = gifOf({ width: random.int(1, 80), height: random.int(1, 80), frames: random.int(2, 9), delay });
      const whole = remarked({ format: 'gif', bytes }, `case ${number}`);
      return { what: `a GIF with a delay of ${delay}`, bytes: whole, expected: 'added' };
    },
  },
];
