import { describe, expect, it } from 'vitest';
import { checkMeta, closenessOf } from '../../../src/engine/closeness.ts';
import { createNamer } from '../../../src/engine/expressions.ts';
import { rankBackends } from '../../../src/engine/rankBackends.ts';

describe('closeness', () => {
  const quantiles = Array.from({ length: 101 }, (_, i) => 0.1 + i / 100);

  it.each([
    ['nearer than any pair', 0, 100],
    ['as the median pair', 0.6, 50],
    ['between two quantiles', 0.355, 74.5],
    ['farther than any pair', 1.9, 0],
  ])('of a distance %s', (_, distance, expected) => {
    expect(closenessOf(distance, quantiles)).toBeCloseTo(expected, 6);
  });

  it.each([undefined, {}, { version: 1, distanceQuantiles: [1, 2] }, { version: 'a', distanceQuantiles: ['x'] }])(
    'refuses %j as the description of an embedder',
    (meta) => expect(() => checkMeta(meta)).toThrow(expect.objectContaining({ code: 'assets-missing' })),
  );
});

describe('names of expressions', () => {
  const axis = (index: number, length: number): number[] =>
    Array.from({ length: 64 }, (_, i) => (i === index ? length : 0));
  const name = createNamer({
    model: 'm',
    temperature: 0.2,
    prototypes: [
      { name: 'grin', words: [], mean: axis(0, 0.9), count: 9 },
      { name: 'frown', words: [], mean: axis(1, 0.9), count: 9 },
    ],
  });

  it('come likeliest first and add up to one', () => {
    const named = name(Float32Array.from(axis(1, 1)));
    expect(named.map((it) => it.name)).toEqual(['frown', 'grin']);
    expect(named.reduce((sum, { likeness }) => sum + likeness, 0)).toBeCloseTo(1, 9);
  });

  it('are equally likely halfway between', () => {
    const halfway = Float32Array.from(axis(0, Math.SQRT1_2)).map((v, i) => (i === 1 ? Math.SQRT1_2 : v));
    for (const { likeness } of name(halfway)) expect(likeness).toBeCloseTo(0.5, 6);
  });
});

describe('ranking of backends', () => {
  it.each([
    [{ webgpu: 2, webgl: 9, wasm: 5 }, ['webgpu', 'wasm', 'webgl']],
    [{ webgpu: 4.9, wasm: 5 }, ['wasm', 'webgpu']],
    [{ wasm: 5 }, ['wasm']],
    [{ webgl: 3 }, ['webgl', 'wasm']],
  ] as const)('of %j', (ms, expected) => {
    expect(rankBackends(ms)).toEqual(expected);
  });
});
