/** A picture's brightness in a few cells, to tell a change from noise. */

const COLUMNS = 32;
const ROWS = 24;
/** Samples along each side of a cell: their mean has a quarter of a pixel's noise. */
const SAMPLES = 4;
/** Levels of 255. A webcam's noise moves a pixel by 3 to 5, hence a cell's mean by about 1.5 from frame to frame. */
const CHANGE = 8;
/** Cells that must change: a blink changes about four when the face fills half the picture's height. */
const CELLS = 2;

/** Mean of each cell, row by row. */
export type Grid = Float32Array;

export interface Plane {
  readonly width: number;
  readonly height: number;
  /** Bytes from one row to the next; a pixel's share of it is what is sampled. */
  readonly stride: number;
}

/** @param bytes a plane of pixels, row by row */
export function gridOf(bytes: Uint8Array, { width, height, stride }: Plane): Grid {
  const grid = new Float32Array(COLUMNS * ROWS);
  const step = Math.max(1, Math.floor(stride / width));
  for (let cell = 0; cell < grid.length; cell++) {
    const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
    let sum = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = Math.floor(((column + ((sample % SAMPLES) + 0.5) / SAMPLES) * width) / COLUMNS);
      const y = Math.floor(((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) * height) / ROWS);
      sum += bytes[y * stride + x * step] ?? 0;
    }
    grid[cell] = sum / (SAMPLES * SAMPLES);
  }
  return grid;
}

export function stirs(before: Grid, now: Grid): boolean {
  let changed = 0;
  for (const [cell, value] of now.entries()) {
    if (Math.abs(value - (before[cell] ?? 0)) > CHANGE) changed += 1;
    if (changed === CELLS) return true;
  }
  return false;
}
