/** The named expressions on the map: the more faces wear one, the sooner it gets room. */
import { declutter, type Placed } from './declutter.ts';
import { type Size, toScreen, type Viewport } from './viewport.ts';

export interface Label extends Placed {
  readonly text: string;
}

/** Pixels around the letters. */
const PADDING = 6;
const HEIGHT = 20;

/** Indexes of the names, the most worn first. */
export function byWear(names: number, worn: ArrayLike<number>): number[] {
  const counts = new Array<number>(names).fill(0);
  for (let face = 0; face < worn.length; face += 1) {
    const name = worn[face] ?? 0;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Array.from(counts.keys()).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
}

export interface Labelled {
  readonly names: readonly string[];
  /** Their indexes, the most important first. */
  readonly order: readonly number[];
  /** x and y of each name's place. */
  readonly points: Float32Array;
  readonly view: Viewport;
  readonly size: Size;
  /** Pixels that a label stands below its place. */
  readonly below: number;
  /** What labels keep clear of. */
  readonly taken: readonly Placed[];
  /** Measures letters, in pixels. */
  widthOf(text: string): number;
}

/** The labels that have room on the screen, none over another. */
export function labelsFor({ names, order, points, view, size, below, taken, widthOf }: Labelled): Label[] {
  const inView = order.flatMap((name) => {
    const [x, placeY] = toScreen(view, size, points[2 * name] ?? 0, points[2 * name + 1] ?? 0);
    const text = names[name] ?? '';
    const width = widthOf(text) + 2 * PADDING;
    const y = below > 0 ? placeY + below + HEIGHT / 2 : placeY;
    const outside = x < -width || y < -HEIGHT || x > size.width + width || y > size.height + HEIGHT;
    return outside ? [] : [{ text, x, y, width, height: HEIGHT }];
  });
  return declutter(inView, taken);
}
