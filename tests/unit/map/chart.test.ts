import { describe, expect, it } from 'vitest';
import { chart, FIRST_NAME_KEY, type Rows } from '../../../src/pages/library/map/chart.ts';
import { wornOf } from '../../../src/pages/library/map/nearest.ts';
import { unitRows } from '../../../src/pages/library/map/vectors.ts';
import { expressions, NAMES, wearing } from './support.ts';

const { means } = expressions;

/** The names, and `faces` of them in turn. */
function rowsOf(faces: number): Rows {
  const names = NAMES.map((_, name) => means.subarray(64 * name, 64 * name + 64));
  const vectors = unitRows([...names, ...Array.from({ length: faces }, (_, face) => wearing(face % 10, face))]);
  const keys = Uint32Array.from({ length: 10 + faces }, (_, row) => (row < 10 ? FIRST_NAME_KEY - row : row));
  return { keys, vectors, worn: wornOf(vectors, means) };
}

const distance = (points: Float32Array, a: number, b: number): number =>
  Math.hypot((points[2 * a] ?? 0) - (points[2 * b] ?? 0), (points[2 * a + 1] ?? 0) - (points[2 * b + 1] ?? 0));

const silent = (): void => undefined;

describe('the map', () => {
  it('lays like beside like, names beside those who wear them', () => {
    const { points } = chart(rowsOf(80), means, undefined, silent);
    let own = 0;
    let others = 0;
    for (let row = 10; row < 90; row += 1) {
      own += distance(points, row, row % 10) / 80;
      others += distance(points, row, (row + 5) % 10) / 80;
    }
    expect(others).toBeGreaterThan(2.5 * own);
  });

  it('is the same every time', () => {
    const first = chart(rowsOf(40), means, undefined, silent);
    expect(chart(rowsOf(40), means, undefined, silent).points).toEqual(first.points);
  });

  it('is there for a library of a single face', () => {
    const { points } = chart(rowsOf(1), means, undefined, silent);
    expect(points).toHaveLength(22);
    expect(points.every(Number.isFinite)).toBe(true);
  });

  it('leaves known faces where they are and places new ones beside their like', () => {
    const before = rowsOf(60);
    const { points } = chart(before, means, undefined, silent);
    const after = chart(rowsOf(70), means, { keys: before.keys, points }, silent);
    expect(after.changed).toBe(true);
    expect(after.points.slice(0, points.length)).toEqual(points);
    // The face of row 74 wears the fifth name, as that of row 14 does.
    expect(distance(after.points, 74, 14)).toBeLessThan(distance(after.points, 74, 19));
  });

  it('is not touched when nothing is new, whatever has gone', () => {
    const all = rowsOf(30);
    const { points } = chart(all, means, undefined, silent);
    const fewer = chart(rowsOf(20), means, { keys: all.keys, points }, silent);
    expect(fewer).toEqual({ points: points.slice(0, 60), changed: false });
  });

  it('is laid out anew when most faces are new', () => {
    const before = rowsOf(5);
    const points = new Float32Array(30).fill(99);
    const after = chart(rowsOf(100), means, { keys: before.keys, points }, silent);
    expect(after.points.includes(99)).toBe(false);
  });

  it('tells how far it is, without going back', () => {
    const parts: number[] = [];
    chart(rowsOf(50), means, undefined, (part) => parts.push(part));
    expect(parts.length).toBeGreaterThan(10);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
  });
});
