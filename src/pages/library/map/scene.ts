/** All that one picture of the map is drawn from. */
import type { Crops } from './crops.ts';
import type { Grid } from './grid.ts';
import type { Palette } from './palette.ts';
import { type Size, toScreen, type Viewport } from './viewport.ts';
import type { Chart } from './work.ts';
import type { Place } from './you.ts';

export interface Scene {
  readonly chart: Chart;
  readonly grid: Grid;
  readonly palette: Palette;
  readonly names: readonly string[];
  /** The names, the most worn first. */
  readonly order: readonly number[];
  readonly view: Viewport;
  /** CSS pixels. */
  readonly size: Size;
  /** Device pixels for one. */
  readonly density: number;
  /** Of a dot, in CSS pixels. */
  readonly radius: number;
  readonly chosen: number;
  readonly neighbours: readonly number[];
  readonly hovered: number;
  readonly you: Place | undefined;
  /** A cross in the middle, for those who steer by keys. */
  readonly cross: boolean;
  readonly crops: Crops;
}

/** Where a face is on the screen, in CSS pixels. */
export const at = ({ chart, view, size }: Scene, point: number): [number, number] =>
  toScreen(view, size, chart.points[2 * point] ?? 0, chart.points[2 * point + 1] ?? 0);
