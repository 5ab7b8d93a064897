import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createRandom, type Random } from '../../../../bench/random.ts';
import { createMatcher, type Match, type Matcher } from '../../../../src/engine/matcher.ts';
import { instantiateKernel } from '../../../../src/engine/search/kernel.ts';
import { KernelTable } from '../../../../src/engine/search/kernelTable.ts';
import { PlainTable } from '../../../../src/engine/search/plainTable.ts';
import { createTable } from '../../../../src/engine/search/table.ts';

/** Vectors as the engine makes them, near each other, exactly alike, and as no embedder makes them. */
const KINDS: readonly ((random: Random) => Float32Array)[] = [
  (random) => scaled(random, 1),
  (random) => Float32Array.from({ length: 64 }, (_, i) => 0.125 + (i === 3 ? 0.01 * random.next() : 0)),
  (random) => Float32Array.from({ length: 64 }, () => random.pick([-1, 0, 1])),
  () => new Float32Array(64),
  (random) => scaled(random, 1e-30),
  (random) => scaled(random, 1e-42),
  (random) => scaled(random, 1e12),
  (random) => scaled(random, 3e38),
  (random) => Float32Array.from({ length: 64 }, (_, i) => (i === 0 ? 1e6 : random.normal())),
];

function scaled(random: Random, length: number): Float32Array {
  const values = Array.from({ length: 64 }, () => random.normal());
  const factor = length / Math.hypot(...values);
  return Float32Array.from(values, (value) => value * factor);
}

const kinds = fc.subarray([...KINDS], { minLength: 1 });
const seeds = fc.integer();
const memes = fc.integer({ min: 1, max: 400 });

/** One of each, told the same. */
interface Twins {
  readonly kernel: Matcher;
  readonly plain: Matcher;
  both<T>(act: (matcher: Matcher) => T): T;
}

function createTwins(): Twins {
  const kernel = createMatcher(new KernelTable());
  const plain = createMatcher(new PlainTable());
  return {
    kernel,
    plain,
    both(act) {
      const one = act(kernel);
      expect(act(plain)).toEqual(one);
      return one;
    },
  };
}

describe('the kernel', () => {
  // One memory for all: each reserves gigabytes of addresses.
  const { both, kernel } = createTwins();

  it('answers bit for bit as plain JavaScript does, through additions, replacements and deletions', () => {
    fc.assert(
      fc.property(seeds, kinds, memes, fc.integer({ min: 0, max: 300 }), (seed, of, memeCount, steps) => {
        const random = createRandom(seed);
        const vector = () => random.pick(of)(random);
        const integer = (below: number) => Math.floor(random.next() * below);
        both((matcher) => matcher.clear());
        for (let step = 0; step < steps; step += 1) {
          const key = integer(200);
          const meme = `m${integer(memeCount)}`;
          const entry = { key, meme, vector: vector(), spread: random.pick([0, 0, 0, random.next(), 1e35]) };
          const chance = random.next();
          if (chance < 0.7) both((matcher) => matcher.set(entry));
          else if (chance < 0.95) both((matcher) => matcher.delete(key));
          else both((matcher) => matcher.deleteMeme(meme));
        }
        const some = new Set(Array.from({ length: integer(memeCount) }, () => `m${integer(memeCount)}`));
        const one = new Set([`m${integer(memeCount)}`, 'none']);
        for (const k of [1, 10, 1000]) {
          const query = vector();
          both((matcher) => matcher.search(query, k));
          both((matcher) => matcher.search(query, k, some));
          both((matcher) => matcher.search(query, k, one));
          both((matcher) => matcher.search(query, k, (meme) => meme.endsWith('3')));
        }
        expect(both((matcher) => matcher.size)).toBe(kernel.size);
      }),
      { numRuns: 150 },
    );
  });

  it('answers as plain JavaScript does over many blocks of rows, in whose last there are few', () => {
    const random = createRandom(1);
    both((matcher) => matcher.clear());
    for (let key = 0; key < 5 * 1024 + 7; key += 1) {
      const entry = { key, meme: `m${key % 3000}`, vector: scaled(random, 1) };
      both((matcher) => matcher.set(entry));
    }
    for (let key = 0; key < 2100; key += 3) both((matcher) => matcher.delete(key));
    for (let i = 0; i < 50; i += 1) {
      const query = scaled(random, 1);
      both((matcher) => matcher.search(query, 12));
    }
  });

  it('keeps what it has when its memory cannot grow, and says so', () => {
    const real = instantiateKernel();
    const room = 1024;
    real.memory.grow(Math.ceil((real.bytesFor(room) - real.memory.buffer.byteLength) / 65_536));
    const full = new WebAssembly.Memory({ initial: 0, maximum: 0 });
    const memory: WebAssembly.Memory = Object.create(real.memory, {
      buffer: { value: real.memory.buffer },
      grow: { value: (pages: number) => full.grow(pages) },
    });
    const matcher = createMatcher(new KernelTable({ ...real, memory }));
    const random = createRandom(2);
    const vectors = Array.from({ length: room + 1 }, () => scaled(random, 1));
    let refused: unknown;
    for (const [key, vector] of vectors.entries()) {
      try {
        matcher.set({ key, meme: `m${key}`, vector });
      } catch (error) {
        refused ??= error;
      }
    }
    expect(refused).toMatchObject({ code: 'out-of-memory' });
    const [first = new Float32Array(), second = new Float32Array()] = vectors;
    expect(matcher.search(first, 1)[0]).toMatchObject({ meme: 'm0', distance: expect.closeTo(0, 6) });
    // What it holds can still be replaced, and a deleted face makes room.
    matcher.set({ key: 0, meme: 'm0', vector: second });
    expect(matcher.search(second, 2).map(({ meme }: Match) => meme)).toEqual(['m0', 'm1']);
    matcher.delete(1);
    matcher.set({ key: 'new', meme: 'new', vector: first });
    expect(matcher.search(first, 1)[0]?.meme).toBe('new');
  });
});

it('compares in plain JavaScript, and says so, where the kernel cannot run', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const table = createTable(() => {
    throw new WebAssembly.CompileError('no SIMD');
  });
  expect(table).toBeInstanceOf(PlainTable);
  expect(warn.mock.calls[0]?.join()).toMatch(/without SIMD: no SIMD/);
  warn.mockRestore();
  expect(createTable()).toBeInstanceOf(KernelTable);
});
