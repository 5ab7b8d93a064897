import { describe, expect, it } from 'vitest';
import { nearest, wornOf } from '../../../src/pages/library/map/nearest.ts';
import { createPlacer } from '../../../src/pages/library/map/place.ts';
import { spreadSample } from '../../../src/pages/library/map/spread.ts';
import { pickRows, unitRows } from '../../../src/pages/library/map/vectors.ts';
import { expressions, NAMES, wearing } from './support.ts';

describe('nearest neighbours', () => {
  it('are those that sorting all distances gives', () => {
    const vectors = Array.from({ length: 200 }, (_, row) => wearing(row % 10, row, 1));
    const block = unitRows(vectors);
    const far = (row: number): number =>
      Math.hypot(...wearing(7, 7, 1).map((value, i) => value - (vectors[row]?.[i] ?? 0)));
    const sorted = Array.from(vectors.keys()).sort((a, b) => far(a) - far(b));
    const found = nearest(block, 200, block, 7, 6);
    expect(found.rows).toEqual(sorted.slice(0, 6));
    expect(Math.sqrt(found.squared[5] ?? 0)).toBeCloseTo(far(sorted[5] ?? 0), 4);
  });

  it('are as many as there are when fewer are there than wanted', () => {
    const block = unitRows([wearing(0, 1), wearing(1, 1)]);
    expect(nearest(block, 2, block, 1, 5).rows).toEqual([1, 0]);
    expect(nearest(block, 0, block, 1, 5).rows).toEqual([]);
  });

  it('scales means to unit length, and leaves nothing where nothing was', () => {
    const block = unitRows([expressions.means.subarray(0, 64), new Float32Array(64)]);
    expect(block[0]).toBeCloseTo(1);
    expect([...block.subarray(64)].every((value) => value === 0)).toBe(true);
  });

  it('name each face by the mean it is nearest to', () => {
    const block = unitRows([wearing(3, 1), wearing(9, 2), wearing(0, 3)]);
    expect([...wornOf(block, expressions.means)]).toEqual([3, 9, 0]);
  });
});

describe('the sample', () => {
  it('gives a rare expression its share', () => {
    const worn = Array.from({ length: 1000 }, (_, row) => (row < 4 ? 5 : row % 2));
    const sample = spreadSample(worn, 12);
    expect(sample).toHaveLength(12);
    expect(new Set(sample).size).toBe(12);
    expect(sample.filter((row) => worn[row] === 5)).toHaveLength(4);
  });

  it('is everything when there is not more', () => {
    expect(spreadSample([2, 2, 0], 10).sort()).toEqual([0, 1, 2]);
    expect(spreadSample([], 10)).toEqual([]);
  });
});

describe('a new face', () => {
  const vectors = unitRows(NAMES.map((_, name) => wearing(name, 1)));
  const anchors = {
    vectors,
    worn: NAMES.map((_, name) => name),
    points: NAMES.flatMap((_, name) => [10 * name, -name]),
  };

  it('goes beside the face it is most like', () => {
    const [x, y] = createPlacer(anchors, expressions.means)(unitRows([wearing(4, 2)]), 0);
    expect(x).toBeGreaterThan(39);
    expect(x).toBeLessThan(41);
    expect(y).toBeCloseTo(-4, 1);
  });

  it('goes between two faces that it is like', () => {
    const between = wearing(2, 1).map((value, i) => value + (wearing(3, 1)[i] ?? 0));
    const [x] = createPlacer(anchors, expressions.means)(unitRows([between]), 0);
    expect(x).toBeGreaterThan(23);
    expect(x).toBeLessThan(29);
  });

  it('gets a place also when no placed face wears a name like its own', () => {
    const lone = { vectors: pickRows(vectors, [0]), worn: [0], points: [7, 8] };
    const few = expressions.means.subarray(0, 64);
    expect(createPlacer(lone, few)(unitRows([wearing(9, 1)]), 0)).toEqual([7, 8]);
  });
});
