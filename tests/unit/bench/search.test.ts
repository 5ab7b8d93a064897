import { describe, expect, it } from 'vitest';
import type { Run } from '../../../bench/search/contender.ts';
import { figuresOf } from '../../../bench/search/figures.ts';
import { tableOf } from '../../../bench/search/table.ts';
import { vectorsOf } from '../../../bench/search/vectors.ts';

const run = (name: Run['name'], ms: number, recall = 1): Run => ({
  name,
  setting: 'none',
  buildS: 1,
  recall,
  ms,
  p95Ms: 2 * ms,
});
const reading = { coldMs: 0.2, warmMs: 0.1 };
const result = (runs: readonly Run[]) => ({ runs, reading, coldMs: 0.3, leftOut: { orama: 'too slow' } });

describe('the figures of the search', () => {
  it('compares with the quickest peer that finds enough, however quick another is that does not', () => {
    const figures = figuresOf(
      result([run('gurn', 0.2), run('plain', 2), run('hnswlib-wasm', 0.5, 0.96), run('edgevec', 0.1, 0.8)]),
    );
    expect(figures.bestPeer).toBe('hnswlib-wasm');
    expect(figures.ratioToBestPeer).toBe(0.4);
  });

  it('divides what was read from memory by what was read from memory, and warm by warm', () => {
    const figures = figuresOf(result([run('gurn', 0.2)]));
    expect(figures.ratioToBandwidth).toBe(1.5);
    expect(figures.ratioToWarmReading).toBe(2);
    expect(figures).toMatchObject({ bestPeer: null, ratioToBestPeer: null });
  });

  it('refuses to compare when Gurn itself did not run', () => {
    expect(() => figuresOf(result([run('plain', 1)]))).toThrow(/did not run/);
  });

  it('tells in the table who was left out, and why', () => {
    expect(tableOf({ '1000': figuresOf(result([run('gurn', 0.2)])) })).toMatch(/Orama.*left out.*too slow/);
  });
});

describe('the vectors that are searched', () => {
  const means = [
    Array.from({ length: 64 }, (_, i) => (i % 2 ? 0.08 : -0.06)),
    Array.from({ length: 64 }, (_, i) => (i % 3 ? 0.05 : -0.1)),
  ];

  it.each(['embeddings', 'uniform'] as const)('are %s of unit length, the same in every run', (kind) => {
    const vectors = vectorsOf(kind, 7, 50, means);
    for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    expect(vectorsOf(kind, 7, 50, means)).toEqual(vectors);
    expect(vectorsOf(kind, 8, 50, means)).not.toEqual(vectors);
  });
});
