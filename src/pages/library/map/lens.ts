/** Which part of the map the canvas shows: it is moved about, and stays when the canvas changes its size. */
import { type Bounds, fitted, panned, type Size, toMap, type Viewport, zoomed } from './viewport.ts';

/** How near `goTo` comes at least, as a part of the scale that shows everything: faces can be told apart. */
const NEAR = 6;

/** Radius of a dot in pixels: as many of them as are on screen cover about this part of it. */
const COVER = 0.16;
const SMALLEST = 1.3;
const LARGEST = 5;

export interface Lens {
  view(): Viewport;
  /** Of the canvas, in CSS pixels. */
  size(): Size;
  resize(size: Size): void;
  /** The map has other bounds now; `first`: it is shown whole. */
  cover(bounds: Bounds, first: boolean): void;
  pan(dx: number, dy: number): void;
  /** With the point under the screen's (x, y) staying there. */
  zoom(factor: number, x: number, y: number): void;
  showAll(): void;
  /** Brings a place of the map into the middle, near enough to tell its faces apart. */
  goTo(x: number, y: number): void;
  /** A place on the screen, in the map, and how far `reach` pixels are there. */
  inMap(x: number, y: number, reach: number): [x: number, y: number, reach: number];
  /** Pixels, for a map of so many dots. */
  radius(dots: number): number;
}

/** @param moved is called whenever another part is shown */
export function createLens(moved: () => void): Lens {
  let size: Size = { width: 1, height: 1 };
  let bounds: Bounds = { left: 0, top: 0, right: 1, bottom: 1 };
  let view: Viewport = { x: 0, y: 0, scale: 1 };
  /** The scale that shows everything. */
  let whole = 1;

  const look = (next: Viewport): void => {
    view = next;
    moved();
  };

  return {
    view: () => view,
    size: () => size,
    resize(next) {
      const before = whole;
      size = next;
      whole = fitted(bounds, size).scale;
      view = { ...view, scale: (view.scale * whole) / before };
    },
    cover(next, first) {
      bounds = next;
      const all = fitted(bounds, size);
      whole = all.scale;
      if (first) view = all;
    },
    pan: (dx, dy) => look(panned(view, dx, dy)),
    zoom: (factor, x, y) => look(zoomed(view, size, factor, x, y, whole)),
    showAll: () => look(fitted(bounds, size)),
    goTo: (x, y) => look({ x, y, scale: Math.max(view.scale, NEAR * whole) }),
    inMap: (x, y, reach) => [...toMap(view, size, x, y), reach / view.scale],
    radius(dots) {
      const onScreen = Math.max((dots * whole ** 2) / view.scale ** 2, 1);
      return Math.min(LARGEST, Math.max(SMALLEST, COVER * Math.sqrt((size.width * size.height) / onScreen)));
    },
  };
}
