import { describe, expect, it } from 'vitest';
import { square } from '../../../src/pages/library/map/crops.ts';
import { declutter } from '../../../src/pages/library/map/declutter.ts';
import { discOf, stamp } from '../../../src/pages/library/map/dots.ts';
import { createGrid } from '../../../src/pages/library/map/grid.ts';
import { byWear, labelsFor } from '../../../src/pages/library/map/labels.ts';
import { createRandom } from '../../../src/pages/library/map/random.ts';
import { boundsOf, fitted, panned, toMap, toScreen, zoomed } from '../../../src/pages/library/map/viewport.ts';

const size = { width: 800, height: 500 };

describe('the viewport', () => {
  it('shows everything at first', () => {
    const points = Float32Array.of(-3, 7, 12, -9, 4, 4);
    const view = fitted(boundsOf(points), size);
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = toScreen(view, size, points[at] ?? 0, points[at + 1] ?? 0);
      expect(x).toBeGreaterThan(20);
      expect(x).toBeLessThan(780);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(480);
    }
  });

  it('keeps what is under the pointer there when it zooms, and moves with it when it pans', () => {
    const view = { x: 1, y: 2, scale: 10 };
    const under = toMap(view, size, 650, 40);
    const near = zoomed(view, size, 3, 650, 40, 10);
    expect(near.scale).toBe(30);
    expect(toScreen(near, size, ...under)[0]).toBeCloseTo(650);
    expect(toScreen(near, size, ...under)[1]).toBeCloseTo(40);
    expect(toScreen(panned(view, 30, -20), size, ...under)[0]).toBeCloseTo(680);
  });

  it('zooms neither out of sight nor without end', () => {
    const view = { x: 0, y: 0, scale: 10 };
    expect(zoomed(view, size, 1e9, 0, 0, 10).scale).toBeLessThan(1e5);
    expect(zoomed(view, size, 1e-9, 0, 0, 10).scale).toBeGreaterThan(1);
  });

  it('has bounds when there is nothing', () => {
    expect(boundsOf(new Float32Array())).toEqual({ left: 0, top: 0, right: 1, bottom: 1 });
  });
});

describe('pointing', () => {
  const random = createRandom(5);
  const points = Float32Array.from({ length: 600 }, () => 20 * random());
  const all = Array.from({ length: 300 }, (_, point) => point);
  const grid = createGrid(points, all);
  const far = (point: number, x: number, y: number): number =>
    Math.hypot((points[2 * point] ?? 0) - x, (points[2 * point + 1] ?? 0) - y);

  it.each([
    [3, 4],
    [19, 1],
    [10.5, 10.5],
    [-0.5, 20.4],
  ])('finds the nearest face to %f, %f', (x, y) => {
    const nearest = all.toSorted((a, b) => far(a, x, y) - far(b, x, y))[0] ?? -1;
    expect(grid.nearestTo(x, y, 5)).toBe(nearest);
  });

  it('finds none where none is near, and none that is not shown', () => {
    expect(grid.nearestTo(60, 60, 5)).toBe(-1);
    expect(createGrid(points, []).nearestTo(10, 10, 50)).toBe(-1);
  });

  it('finds all faces of a part, without looking at all', () => {
    const found: number[] = [];
    grid.within({ left: 5, top: 5, right: 8, bottom: 8 }, (point) => found.push(point));
    const inside = all.filter((point) => {
      const [x = 0, y = 0] = points.slice(2 * point, 2 * point + 2);
      return x >= 5 && x <= 8 && y >= 5 && y <= 8;
    });
    expect(found).toEqual(expect.arrayContaining(inside));
    expect(found.length).toBeLessThan(120);
  });
});

describe('names on the map', () => {
  const view = { x: 0, y: 0, scale: 10 };
  const labels = (more: object) =>
    labelsFor({
      names: ['grin', 'laugh', 'sob', 'far'],
      order: [1, 0, 2, 3],
      points: Float32Array.of(0, 0, 1, 0, 0, 10, 500, 0),
      view,
      size,
      below: 0,
      taken: [],
      widthOf: () => 40,
      ...more,
    }).map(({ text }) => text);

  it('never overlap, the more worn ones first, none outside', () => {
    expect(labels({})).toEqual(['laugh', 'sob']);
  });

  it('get room as one zooms in', () => {
    expect(labels({ view: { ...view, scale: 60, y: 3 } })).toEqual(['laugh', 'grin']);
  });

  it('keep clear of pictures', () => {
    expect(labels({ taken: [{ x: 410, y: 250, width: 44, height: 44 }] })).toEqual(['sob']);
  });

  it('are ordered by how many faces wear them', () => {
    expect(byWear(4, [2, 2, 0, 2, 3, 0])).toEqual([2, 0, 3, 1]);
  });

  it('leave boxes that only touch', () => {
    const box = { y: 0, width: 10, height: 10 };
    expect(
      declutter([
        { ...box, x: 0 },
        { ...box, x: 9 },
        { ...box, x: 10 },
      ]).map(({ x }) => x),
    ).toEqual([0, 10]);
  });
});

describe('a dot', () => {
  it('is full in the middle, half transparent at its edge, and cut at the border', () => {
    const raster = { pixels: new Uint32Array(100), width: 10, height: 10 };
    stamp(raster, discOf(2), 0, 5, 0xff336699);
    expect(raster.pixels[50]).toBe(0xff336699);
    const edge = (raster.pixels[52] ?? 0) >>> 24;
    expect(edge).toBeGreaterThan(60);
    expect(edge).toBeLessThan(200);
    expect(raster.pixels[53]).toBe(0);
    // Nothing comes in again at the other side.
    expect(raster.pixels.some((pixel, at) => at % 10 > 4 && pixel !== 0)).toBe(false);
  });

  it('does not fray the one beside it', () => {
    const raster = { pixels: new Uint32Array(100), width: 10, height: 10 };
    stamp(raster, discOf(2), 4, 5, 0xff111111);
    stamp(raster, discOf(2), 6, 5, 0xff222222);
    expect(raster.pixels[54]).toBe(0xff111111);
    expect(raster.pixels[56]).toBe(0xff222222);
  });
});

describe('the picture of a face', () => {
  it('is cut around its box, shrunk as the thumbnail is', () => {
    const face = { box: [100, 200, 80, 60], frame: 0 } as const;
    expect(square(face, { width: 256, height: 192 }, 512)).toEqual({ x: 40, y: 85, side: 60 });
  });

  it('is the whole thumbnail where the face has no box in the first frame', () => {
    const whole = { x: 0, y: -32, side: 256 };
    expect(square({ box: null, frame: 0 }, { width: 256, height: 192 }, 512)).toEqual(whole);
    expect(square({ box: [1, 2, 3, 4], frame: 8 }, { width: 256, height: 192 }, 512)).toEqual(whole);
    expect(square(undefined, { width: 256, height: 192 }, 512)).toEqual(whole);
  });
});
