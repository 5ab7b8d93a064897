import { describe, expect, it } from 'vitest';
import { createMatcher, type MatcherEntry } from '../../../src/engine/matcher.ts';

/** Repeatable random numbers (mulberry32). */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function unitVector(random: () => number): Float32Array {
  const values = Float32Array.from({ length: 64 }, () => random() - 0.5);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

const axis = (index: number, length = 1): Float32Array =>
  Float32Array.from({ length: 64 }, (_, i) => (i === index ? length : 0));

/** All distances by subtraction, all memes grouped, everything sorted. */
function bruteForce(entries: Iterable<MatcherEntry>, query: Float32Array, k: number) {
  const nearest = new Map<string, number>();
  for (const { meme, vector, spread = 0 } of entries) {
    const squared = vector.reduce((sum, value, i) => sum + (value - (query[i] ?? 0)) ** 2, spread);
    nearest.set(meme, Math.min(nearest.get(meme) ?? Infinity, Math.sqrt(squared)));
  }
  return [...nearest]
    .sort(([memeA, a], [memeB, b]) => a - b || memeA.localeCompare(memeB))
    .slice(0, k)
    .map(([meme, distance]) => ({ meme, distance }));
}

describe('matcher', () => {
  it('finds nothing in an empty library', () => {
    expect(createMatcher().search(axis(0), 3)).toEqual([]);
  });

  it('counts a meme by its nearest face', () => {
    const matcher = createMatcher();
    matcher.set({ key: 'far', meme: 'two faces', vector: axis(1) });
    matcher.set({ key: 'near', meme: 'two faces', vector: axis(0) });
    matcher.set({ key: 'other', meme: 'one face', vector: axis(2) });
    expect(matcher.search(axis(0), 5)).toEqual([
      { meme: 'two faces', key: 'near', distance: 0 },
      { meme: 'one face', key: 'other', distance: expect.closeTo(Math.SQRT2, 6) },
    ]);
  });

  it('adds the spread of an averaged face to the squared distance', () => {
    const matcher = createMatcher();
    matcher.set({ key: 1, meme: 'mean', vector: axis(0, 0.5), spread: 0.75 });
    expect(matcher.search(axis(0), 1)[0]?.distance).toBeCloseTo(1, 6);
  });

  it('orders equally near memes by id, whatever the order of arrival', () => {
    const forwards = createMatcher();
    const backwards = createMatcher();
    const memes = ['a', 'b', 'c', 'd'];
    for (const meme of memes) forwards.set({ key: meme, meme, vector: axis(3) });
    for (const meme of memes.toReversed()) backwards.set({ key: meme, meme, vector: axis(3) });
    expect(forwards.search(axis(0), 2).map(({ meme }) => meme)).toEqual(['a', 'b']);
    expect(backwards.search(axis(0), 2)).toEqual(forwards.search(axis(0), 2));
  });

  it('returns every meme when asked for more than there are', () => {
    const matcher = createMatcher();
    for (const i of [0, 1, 2]) matcher.set({ key: i, meme: `m${i}`, vector: axis(i) });
    expect(matcher.search(axis(1), 100)).toHaveLength(3);
    expect(matcher.search(axis(1), 0)).toEqual([]);
  });

  it('finds only what is allowed, and fills the list with it', () => {
    const matcher = createMatcher();
    for (let i = 0; i < 20; i++) matcher.set({ key: i, meme: `m${i}`, vector: axis(0, 1 + i / 10) });
    const even = (meme: string): boolean => Number(meme.slice(1)) % 2 === 0;
    expect(matcher.search(axis(0), 3, even).map(({ meme }) => meme)).toEqual(['m0', 'm2', 'm4']);
    expect(matcher.search(axis(0), 3, new Set(['m7'])).map(({ meme }) => meme)).toEqual(['m7']);
  });

  it('replaces a face that is set again and forgets a deleted meme', () => {
    const matcher = createMatcher();
    matcher.set({ key: 1, meme: 'a', vector: axis(0) });
    matcher.set({ key: 1, meme: 'a', vector: axis(1) });
    matcher.set({ key: 2, meme: 'a', vector: axis(2) });
    expect(matcher.size).toBe(2);
    expect(matcher.search(axis(0), 1)[0]?.distance).toBeCloseTo(Math.SQRT2, 6);
    expect(matcher.deleteMeme('a')).toBe(2);
    expect(matcher.delete(1)).toBe(false);
    expect(matcher.search(axis(0), 1)).toEqual([]);
  });

  it.each([
    ['a value that is no number', axis(0).fill(Number.NaN, 5, 6), 0],
    ['an infinite value', axis(0, Infinity), 0],
    ['63 numbers', new Float32Array(63), 0],
    ['a spread that is no number', axis(0), Number.NaN],
    ['a negative spread', axis(0), -1],
  ])('refuses %s and stays as it was', (_, vector, spread) => {
    const matcher = createMatcher();
    matcher.set({ key: 1, meme: 'a', vector: axis(0) });
    expect(() => matcher.set({ key: 1, meme: 'a', vector, spread })).toThrow(
      expect.objectContaining({ code: 'bad-vector' }),
    );
    expect(matcher.search(axis(0), 1)).toEqual([{ meme: 'a', key: 1, distance: 0 }]);
  });

  it('refuses a query that is no embedding', () => {
    const matcher = createMatcher();
    expect(() => matcher.search(new Float32Array(63), 1)).toThrow(expect.objectContaining({ code: 'bad-vector' }));
    expect(() => matcher.search(axis(0, Number.NaN), 1)).toThrow(expect.objectContaining({ code: 'bad-vector' }));
  });

  it.each([1, 2, 3])('agrees with brute force through random additions and deletions (seed %i)', (seed) => {
    const random = randomSource(seed);
    const matcher = createMatcher();
    const reference = new Map<number, MatcherEntry>();
    for (let step = 0; step < 1500; step++) {
      const key = Math.floor(random() * 400);
      if (random() < 0.35) {
        expect(matcher.delete(key)).toBe(reference.delete(key));
      } else {
        const entry = { key, meme: `m${key % 150}`, vector: unitVector(random), spread: random() < 0.2 ? random() : 0 };
        matcher.set(entry);
        reference.set(key, entry);
      }
      if (step % 50 !== 0) continue;
      const query = unitVector(random);
      const k = 1 + Math.floor(random() * 200);
      const found = matcher.search(query, k);
      const expected = bruteForce(reference.values(), query, k);
      expect(found.map(({ meme }) => meme)).toEqual(expected.map(({ meme }) => meme));
      for (const [i, { distance }] of found.entries()) expect(distance).toBeCloseTo(expected[i]?.distance ?? -1, 6);
    }
    expect(matcher.size).toBe(reference.size);
  });
});
