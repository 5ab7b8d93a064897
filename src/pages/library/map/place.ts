/** Places a face among faces that have a place already. */
import { createShortlist, nearest } from './nearest.ts';
import { dimensions, pickRows } from './vectors.ts';

/** Neighbours whose places are averaged. */
const NEIGHBOURS = 5;
/** Named expressions whose faces are looked through: of 3,000 placed faces some 250 instead of all. */
const PROBES = 8;
/** Keeps the weight of an equal face finite. */
const SOFTENING = 0.01;

export interface Anchors {
  /** Unit vectors. */
  readonly vectors: Float32Array;
  /** The name that each wears. */
  readonly worn: ArrayLike<number>;
  /** x and y of each. */
  readonly points: ArrayLike<number>;
}

/** Finds the place of row `row` of `vectors`. */
export type Placer = (vectors: Float32Array, row: number) => readonly [x: number, y: number];

/**
 * Places at the mean of the nearest anchors' places, the nearer the heavier. Anchors are looked for among those that
 * wear one of the names the face is nearest to. `means`: the names' mean embeddings, one after the other.
 */
export function createPlacer(anchors: Anchors, means: Float32Array): Placer {
  const names = means.length / dimensions;
  const order = Array.from(anchors.worn, (_, row) => row).sort((a, b) => name(a) - name(b));
  const vectors = pickRows(anchors.vectors, order);
  const starts = startsOf(order.map(name), names);
  function name(row: number): number {
    return anchors.worn[row] ?? 0;
  }
  return (queries, row) => {
    const list = createShortlist(NEIGHBOURS, queries, row);
    for (const near of nearest(means, names, queries, row, PROBES).rows) {
      list.consider(vectors, starts[near] ?? 0, starts[near + 1] ?? 0);
    }
    if (list.rows.length === 0) list.consider(vectors, 0, order.length);
    return weightedMean(
      list.rows.map((at) => order[at] ?? 0),
      list.squared,
      anchors.points,
    );
  };
}

/** Where the rows of each name begin in a list that is sorted by name, and where the last end. */
function startsOf(sorted: readonly number[], names: number): number[] {
  const starts = new Array<number>(names + 1).fill(0);
  for (const name of sorted) starts[name + 1] = (starts[name + 1] ?? 0) + 1;
  for (let name = 1; name <= names; name += 1) starts[name] = (starts[name] ?? 0) + (starts[name - 1] ?? 0);
  return starts;
}

/** The mean of the places of `rows`, weighted by distance: twice as far weighs a sixteenth. */
export function weightedMean(
  rows: readonly number[],
  squared: readonly number[],
  points: ArrayLike<number>,
): readonly [x: number, y: number] {
  let [x, y, total] = [0, 0, 0];
  rows.forEach((row, at) => {
    const weight = 1 / ((squared[at] ?? 0) + SOFTENING) ** 2;
    x += weight * (points[2 * row] ?? 0);
    y += weight * (points[2 * row + 1] ?? 0);
    total += weight;
  });
  return total > 0 ? [x / total, y / total] : [0, 0];
}
