/**
 * How a patch of the picture has moved: the similarity that lays it over what it looked like before, by least squares of
 * the brightness (Baker and Matthews 2004, "Lucas-Kanade 20 years on", inverse compositional).
 */
import type { Part } from './pixels.ts';
import { compose, invert, type Similarity } from './similarity.ts';

/** Samples a side. */
const SIDE = 32;
const SAMPLES = SIDE * SIDE;
const MOST_STEPS = 6;
/** Of the patch's half side: a step this small changes nothing any more. A tenth of a pixel of the aligner's square. */
const SMALL_STEP = 0.002;
/** Each sample is a mean of so many pixels a side, for the patch is coarser than the picture. */
const PIXELS_A_SIDE = 2;

/** Brightness with mean 0 and variance 1, row by row: the light may change. Undefined where there is nothing to see. */
type Patch = Float64Array;

/** Where the samples lie: -1 to 1 to the right and down. */
const PLACES = Float64Array.from({ length: SIDE }, (_, i) => (2 * i + 1) / SIDE - 1);

/** `to`: from the patch's square, -1 to 1, into the picture's pixels. Green stands for brightness. */
function patchAt({ data, left, top, width, height }: Part, { a, b, tx, ty }: Similarity): Patch | undefined {
  if (width === 0) return undefined;
  const patch = new Float64Array(SAMPLES);
  const step = 1 / (SIDE * PIXELS_A_SIDE);
  let sum = 0;
  let squares = 0;
  for (let row = 0, i = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++, i++) {
      let value = 0;
      for (let part = 0; part < PIXELS_A_SIDE ** 2; part++) {
        const x = (PLACES[column] as number) + (2 * (part % 2) - 1) * step;
        const y = (PLACES[row] as number) + (2 * (part >> 1) - 1) * step;
        const px = Math.min(width - 1, Math.max(0, Math.floor(a * x - b * y + tx) - left));
        const py = Math.min(height - 1, Math.max(0, Math.floor(b * x + a * y + ty) - top));
        value += data[(py * width + px) * 4 + 1] as number;
      }
      patch[i] = value;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / SAMPLES;
  const variance = squares / SAMPLES - mean * mean;
  if (!(variance > 1)) return undefined;
  const scale = 1 / Math.sqrt(variance);
  for (let i = 0; i < SAMPLES; i++) patch[i] = ((patch[i] as number) - mean) * scale;
  return patch;
}

/** How the patch's brightness changes with scale, turn, and shifts to the right and down. */
function slopesOf(patch: Patch): Float64Array[] {
  const slopes = [0, 1, 2, 3].map(() => new Float64Array(SAMPLES));
  const [scale, turn, right, down] = slopes as [Float64Array, Float64Array, Float64Array, Float64Array];
  const at = (row: number, column: number): number => patch[row * SIDE + column] as number;
  for (let row = 1; row < SIDE - 1; row++) {
    for (let column = 1; column < SIDE - 1; column++) {
      const i = row * SIDE + column;
      const [x, y] = [PLACES[column] as number, PLACES[row] as number];
      const dx = ((at(row, column + 1) - at(row, column - 1)) * SIDE) / 4;
      const dy = ((at(row + 1, column) - at(row - 1, column)) * SIDE) / 4;
      scale[i] = dx * x + dy * y;
      turn[i] = dy * x - dx * y;
      right[i] = dx;
      down[i] = dy;
    }
  }
  return slopes;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < SAMPLES; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Solves a symmetric system of four equations by elimination; undefined when it says nothing. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | undefined {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (const [i, pivot] of rows.entries()) {
    const head = pivot[i] as number;
    if (!(Math.abs(head) > 1e-9)) return undefined;
    for (const [j, row] of rows.entries()) {
      if (j === i) continue;
      const factor = (row[i] as number) / head;
      for (const [k, value] of pivot.entries()) row[k] = (row[k] as number) - factor * value;
    }
  }
  return rows.map((row, i) => (row[4] as number) / (row[i] as number));
}

export interface Found {
  /** From the patch's square into the picture. */
  readonly to: Similarity;
  /** How alike the patch is to what it was: 1 for the same, 0 for nothing in common (correlation). */
  readonly likeness: number;
}

/** What is looked for again in later pictures. */
export class Mark {
  readonly #patch: Patch;
  readonly #slopes: readonly Float64Array[];
  readonly #normal: readonly (readonly number[])[];

  private constructor(patch: Patch) {
    this.#patch = patch;
    this.#slopes = slopesOf(patch);
    this.#normal = this.#slopes.map((one) => this.#slopes.map((other) => product(one, other)));
  }

  /** @param to from the patch's square, -1 to 1 to the right and down, into the picture's pixels */
  static of(picture: Part, to: Similarity): Mark | undefined {
    const patch = patchAt(picture, to);
    return patch && new Mark(patch);
  }

  /** @param from where it was last */
  find(picture: Part, from: Similarity): Found | undefined {
    let to = from;
    for (let step = 0; step < MOST_STEPS; step++) {
      const patch = patchAt(picture, to);
      if (!patch) return undefined;
      const off = patch.map((value, i) => value - (this.#patch[i] as number));
      const right = this.#slopes.map((slope) => product(slope, off));
      const [scale = 0, turn = 0, x = 0, y = 0] = solve(this.#normal, right) ?? [];
      const size = Math.max(Math.abs(scale), Math.abs(turn), Math.abs(x), Math.abs(y));
      if (!(size < 1)) return undefined;
      if (size < SMALL_STEP || step === MOST_STEPS - 1) return { to, likeness: product(patch, this.#patch) / SAMPLES };
      to = compose(to, invert({ a: 1 + scale, b: turn, tx: x, ty: y }));
    }
    return undefined;
  }
}
