import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { DecodeError } from '../../../src/engine/decode/errors.ts';
import { readHeader } from '../../../src/engine/decode/header.ts';
import { DEFAULT_LIMITS } from '../../../src/engine/decode/limits.ts';
import { faultOf } from '../../../src/library/packs/picture.ts';
import { caseOf } from '../../../tools/fuzz/case.ts';
import { gifOf } from '../../../tools/fuzz/gif.ts';
import { isForPeople } from '../../../tools/fuzz/judge.ts';
import { assembled, split } from '../../../tools/fuzz/parts.ts';
import { HEAVY, RECIPES } from '../../../tools/fuzz/recipes/index.ts';
import { remarked } from '../../../tools/fuzz/recipes/sound.ts';
import { makeSeeds, type Seed } from '../../../tools/fuzz/seeds.ts';

const CORPUS = 20_261_128;
const CASES = 2_000;
/** Milliseconds before any decoder, for one file of a megabyte or less. */
const LIMIT_MS = 1_000;
const TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'] as const;

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is thrown when `work` is done, and how long that took. */
function attempt(work: () => unknown): { readonly thrown: unknown; readonly ms: number } {
  const began = performance.now();
  let thrown: unknown;
  try {
    work();
  } catch (error) {
    thrown = error;
  }
  return { thrown, ms: performance.now() - began };
}

/** A case with what became of it: as a picture to be added, and as one of each type in a pack. */
function tried(seeds: readonly Seed[], number: number) {
  const { bytes, ...about } = caseOf(seeds, CORPUS, number);
  const header = attempt(() => readHeader(bytes, DEFAULT_LIMITS));
  const packed = TYPES.map((type) => attempt(() => faultOf(bytes, type)));
  return { ...about, digest: digest(bytes), header, packed };
}

let seeds: readonly Seed[];
let cases: readonly ReturnType<typeof tried>[];
beforeAll(async () => {
  seeds = await makeSeeds();
  cases = Array.from({ length: CASES }, (_, number) => tried(seeds, number));
}, 120_000);

describe('a corpus', () => {
  it('has the same bytes for the same seed and number, in whatever order, and others for another seed', async () => {
    const again = await makeSeeds();
    const numbers = [250, 11, 3, 7, 3];
    expect(numbers.map((number) => digest(caseOf(again, CORPUS, number).bytes))).toEqual(
      numbers.map((number) => cases[number]?.digest),
    );
    expect(digest(caseOf(seeds, CORPUS + 1, 7).bytes)).not.toBe(cases[7]?.digest);
  });

  it('is made of every recipe, and hardly ever twice of the same bytes', () => {
    const recipes = new Set(cases.map(({ recipe }) => recipe));
    expect([...recipes].sort()).toEqual([...RECIPES, ...HEAVY].map(({ name }) => name).sort());
    expect(new Set(cases.map(({ digest }) => digest)).size).toBeGreaterThan(0.97 * CASES);
  });
});

describe('before any decoder', () => {
  it('every case is let in, or refused in words for a person', () => {
    const refused = cases.filter(({ header }) => header.thrown !== undefined);
    for (const { number, recipe, what, expected, header } of refused) {
      const name = `case ${number} (${recipe}: ${what})`;
      expect(header.thrown, name).toBeInstanceOf(DecodeError);
      expect((header.thrown as DecodeError).message, name).toSatisfy(isForPeople);
      expect(expected, name).not.toBe('added');
    }
    expect(refused.length).toBeGreaterThan(CASES / 4);
    expect(refused.length).toBeLessThan((3 * CASES) / 4);
  });

  it('every case is a picture to a pack, or told what it is not, and nothing is thrown', () => {
    expect(cases.flatMap(({ packed }) => packed).filter(({ thrown }) => thrown !== undefined)).toEqual([]);
  });

  it('no case takes long', () => {
    const slow = cases.filter(({ header, packed }) => [header, ...packed].some(({ ms }) => ms > LIMIT_MS));
    expect(slow.map(({ number, recipe }) => `case ${number} (${recipe})`)).toEqual([]);
  });
});

describe('a sound picture', () => {
  it('taken apart and put together is the same, byte for byte', () => {
    for (const { name, format, bytes } of seeds) {
      const parts = split(format, bytes);
      expect(parts.length, name).toBeGreaterThan(1);
      expect(Buffer.compare(assembled(format, parts), bytes), name).toBe(0);
    }
  });

  it('with a remark in it is another file of the same pixels', async () => {
    for (const seed of seeds.filter(({ format }) => format !== 'bmp' && format !== 'avif')) {
      const other = remarked(seed, 'a remark');
      expect(digest(other)).not.toBe(digest(seed.bytes));
      const [was, is] = await Promise.all([seed.bytes, other].map((bytes) => sharp(bytes).raw().toBuffer()));
      expect(Buffer.compare(was as Buffer, is as Buffer), seed.name).toBe(0);
    }
  });
});

it('a GIF of frames that are packed as tightly as can be is one to other decoders too', async () => {
  const bytes = gifOf({ width: 1_200, height: 900, frames: 3, delay: 4 });
  expect(bytes.length).toBeLessThan(10_000);
  const { pages, width, pageHeight, delay } = await sharp(bytes, { animated: true }).metadata();
  expect({ pages, width, pageHeight, delay }).toEqual({ pages: 3, width: 1_200, pageHeight: 900, delay: [40, 40, 40] });
  const { channels } = await sharp(bytes, { animated: true }).stats();
  expect(channels.map(({ max }) => max).slice(0, 3)).toEqual([0, 0, 0]);
});
