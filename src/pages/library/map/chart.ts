/** Every face of the library with its place: what is known stays where it is, what is new is placed beside its like. */

import { createPlacer } from './place.ts';
import { spreadSample } from './spread.ts';
import { umapOf } from './umap.ts';
import { dimensions, pickRows } from './vectors.ts';

/** Faces that UMAP lays out itself, named expressions among them; the others are placed between these. */
export const LANDMARKS = 3000;

/** Faces as one row each; the first rows are the named expressions, whose keys count down from here. */
export const FIRST_NAME_KEY = 2 ** 32 - 1;

export interface Rows {
  readonly keys: Uint32Array<ArrayBuffer>;
  /** Unit vectors. */
  readonly vectors: Float32Array<ArrayBuffer>;
  /** Index of the name that each wears. */
  readonly worn: Uint16Array<ArrayBuffer>;
}

export interface Places {
  readonly keys: Uint32Array<ArrayBuffer>;
  /** x and y of each. */
  readonly points: Float32Array<ArrayBuffer>;
}

export interface Charted {
  readonly points: Float32Array<ArrayBuffer>;
  /** Something was placed that `known` lacked. */
  readonly changed: boolean;
}

/** Tells how far it is, 0 to 1. */
export type Progress = (part: number) => void;

/**
 * Places every row. Those in `known` stay; with too few of them (fewer than half) all are laid out anew.
 * `means`: the names' mean embeddings, one after the other.
 */
export function chart(rows: Rows, means: Float32Array, known: Places | undefined, progress: Progress): Charted {
  const points = new Float32Array(2 * rows.keys.length);
  const placed = new Uint8Array(rows.keys.length);
  const remembered = recall(rows.keys, known, points, placed);
  if (2 * remembered < rows.keys.length || placed[0] === 0) {
    placed.fill(0);
    layOut(rows, means.length / dimensions, points, placed, progress);
  }
  const changed = fillIn(rows, means, points, placed, progress);
  return { points, changed: changed || remembered < rows.keys.length };
}

/** Fills in the places that are known; returns how many. */
function recall(keys: Uint32Array, known: Places | undefined, points: Float32Array, placed: Uint8Array): number {
  const rowOf = new Map<number, number>();
  known?.keys.forEach((key, row) => {
    rowOf.set(key, row);
  });
  let count = 0;
  keys.forEach((key, row) => {
    const from = rowOf.get(key);
    if (from === undefined || !known) return;
    points.set(known.points.subarray(2 * from, 2 * from + 2), 2 * row);
    placed[row] = 1;
    count += 1;
  });
  return count;
}

/** The part of the work that laying out the landmarks is; the rest is placing the others. */
const FITTING = 0.8;

function layOut(
  { vectors, worn }: Rows,
  names: number,
  points: Float32Array,
  placed: Uint8Array,
  progress: Progress,
): void {
  const nameRows = Array.from({ length: names }, (_, name) => name);
  const faces = spreadSample(worn.subarray(names), LANDMARKS - names).map((face) => names + face);
  const sample = [...nameRows, ...faces];
  const fitted = umapOf(pickRows(vectors, sample), sample.length, (part) => progress(FITTING * part));
  sample.forEach((row, at) => {
    points.set(fitted.subarray(2 * at, 2 * at + 2), 2 * row);
    placed[row] = 1;
  });
}

/** Places what has no place yet; false when there was nothing to do. */
function fillIn(
  { vectors, worn }: Rows,
  means: Float32Array,
  points: Float32Array,
  placed: Uint8Array,
  progress: Progress,
): boolean {
  const there = Array.from(placed.keys()).filter((row) => placed[row] === 1);
  const missing = Array.from(placed.keys()).filter((row) => placed[row] === 0);
  if (missing.length === 0) return false;
  const wornThere = there.map((row) => worn[row] ?? 0);
  const anchors = spreadSample(wornThere, LANDMARKS).map((at) => there[at] ?? 0);
  const place = createPlacer(
    {
      vectors: pickRows(vectors, anchors),
      worn: anchors.map((row) => worn[row] ?? 0),
      points: anchors.flatMap((row) => [points[2 * row] ?? 0, points[2 * row + 1] ?? 0]),
    },
    means,
  );
  missing.forEach((row, done) => {
    points.set(place(vectors, row), 2 * row);
    if (done % 500 === 0) progress(FITTING + ((1 - FITTING) * done) / missing.length);
  });
  return true;
}
