/** Points in squares, so that those near a place are found without looking at all. */
import { type Bounds, boundsOf } from './viewport.ts';

/** Points in a square on average. */
const PER_CELL = 8;

export interface Grid {
  /** Calls `visit` with every point in the squares that the box touches: all inside it and some around it. */
  within(box: Bounds, visit: (point: number) => void): void;
  /** The point nearest to (x, y), at most `reach` away; -1 when there is none. */
  nearestTo(x: number, y: number, reach: number): number;
}

/** @param points x and y in turn. @param shown the points to be found */
export function createGrid(points: Float32Array, shown: readonly number[]): Grid {
  const bounds = boundsOf(points);
  const wide = Math.max(bounds.right - bounds.left, 1e-6);
  const high = Math.max(bounds.bottom - bounds.top, 1e-6);
  const side = Math.max(1, Math.ceil(Math.sqrt(shown.length / PER_CELL)));
  const cell = (part: number): number => Math.min(side - 1, Math.max(0, Math.floor(part * side)));
  const column = (x: number): number => cell((x - bounds.left) / wide);
  const line = (y: number): number => cell((y - bounds.top) / high);
  const cells: number[][] = Array.from({ length: side * side }, () => []);
  for (const point of shown) {
    cells[line(points[2 * point + 1] ?? 0) * side + column(points[2 * point] ?? 0)]?.push(point);
  }

  function within({ left, top, right, bottom }: Bounds, visit: (point: number) => void): void {
    if (right < bounds.left || left > bounds.right || bottom < bounds.top || top > bounds.bottom) return;
    for (let y = line(top); y <= line(bottom); y += 1) {
      for (let x = column(left); x <= column(right); x += 1) cells[y * side + x]?.forEach(visit);
    }
  }

  return {
    within,
    nearestTo(x, y, reach) {
      let [best, least] = [-1, reach];
      within({ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }, (point) => {
        const distance = Math.hypot((points[2 * point] ?? 0) - x, (points[2 * point + 1] ?? 0) - y);
        if (distance <= least) [best, least] = [point, distance];
      });
      return best;
    },
  };
}
