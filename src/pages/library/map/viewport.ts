/** Which part of the map is seen, and how large. Map units are UMAP's; screen units are CSS pixels. */
export interface Viewport {
  /** The point of the map in the middle of the screen. */
  readonly x: number;
  readonly y: number;
  /** Pixels for a unit. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room around the map when all of it is shown: names stand beside their dots. */
const MARGIN = 48;
/** How far in and out one may go, as parts of the scale that shows everything. */
const CLOSEST = 150;
const FARTHEST = 0.5;

export const toScreen = (view: Viewport, size: Size, x: number, y: number): [x: number, y: number] => [
  (x - view.x) * view.scale + size.width / 2,
  (y - view.y) * view.scale + size.height / 2,
];

export const toMap = (view: Viewport, size: Size, x: number, y: number): [x: number, y: number] => [
  (x - size.width / 2) / view.scale + view.x,
  (y - size.height / 2) / view.scale + view.y,
];

/** All points (x and y in turn) just inside the screen. */
export function fitted(bounds: Bounds, { width, height }: Size): Viewport {
  const wide = Math.max(bounds.right - bounds.left, 1e-3);
  const high = Math.max(bounds.bottom - bounds.top, 1e-3);
  const scale = Math.min(Math.max(width - 2 * MARGIN, 50) / wide, Math.max(height - 2 * MARGIN, 50) / high);
  return { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2, scale };
}

export const panned = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x - dx / view.scale,
  y: view.y - dy / view.scale,
});

/** Zoomed by `factor`, with the point of the map under the screen's (x, y) staying there. `whole`: see `fitted`. */
export function zoomed(view: Viewport, size: Size, factor: number, x: number, y: number, whole: number): Viewport {
  const scale = Math.min(Math.max(view.scale * factor, whole * FARTHEST), whole * CLOSEST);
  const [mapX, mapY] = toMap(view, size, x, y);
  const moved = { x: mapX, y: mapY, scale };
  return panned(moved, x - size.width / 2, y - size.height / 2);
}

/** The smallest box around all points of all lists (x and y in turn); a unit square when there are none. */
export function boundsOf(...lists: readonly Float32Array[]): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lists) {
    for (let at = 0; at < points.length; at += 2) {
      left = Math.min(left, points[at] ?? 0);
      right = Math.max(right, points[at] ?? 0);
      top = Math.min(top, points[at + 1] ?? 0);
      bottom = Math.max(bottom, points[at + 1] ?? 0);
    }
  }
  return left > right ? { left: 0, top: 0, right: 1, bottom: 1 } : { left, top, right, bottom };
}
