/** Exact nearest neighbours among unit vectors that lie one after the other. */
import { dimensions } from './vectors.ts';

export interface Nearest {
  /** Rows, nearest first. */
  readonly rows: readonly number[];
  /** Squared Euclidean distances, 0 to 4. */
  readonly squared: readonly number[];
}

export interface Shortlist extends Nearest {
  /** Looks at the rows `from` to `to` (not included) of `vectors`. */
  consider(vectors: Float32Array, from: number, to: number): void;
}

/** The `k` nearest to row `row` of `queries` among all that are considered. */
export function createShortlist(k: number, queries: Float32Array, row: number): Shortlist {
  const query = queries.subarray(row * dimensions, (row + 1) * dimensions);
  const rows: number[] = [];
  const squared: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  return {
    rows,
    squared,
    consider(vectors, from, to) {
      for (let other = from; other < to; other += 1) {
        const distance = 2 - 2 * dot(vectors, other * dimensions, query);
        if (distance >= worst) continue;
        let at = Math.min(rows.length, k - 1);
        for (; at > 0 && (squared[at - 1] ?? 0) > distance; at -= 1) {
          squared[at] = squared[at - 1] ?? 0;
          rows[at] = rows[at - 1] ?? 0;
        }
        // Rounding may make the distance of equal vectors a little less than nothing.
        squared[at] = Math.max(0, distance);
        rows[at] = other;
        if (rows.length === k) worst = squared[k - 1] ?? 0;
      }
    },
  };
}

/** The `k` of the first `count` rows of `vectors` nearest to row `row` of `queries`; fewer when there are fewer. */
export function nearest(vectors: Float32Array, count: number, queries: Float32Array, row: number, k: number): Nearest {
  const list = createShortlist(k, queries, row);
  list.consider(vectors, 0, count);
  return list;
}

/** The name that each row of `vectors` wears: that of the mean which it is nearest to, as `nearestExpression` names it. */
export function wornOf(vectors: Float32Array, means: Float32Array): Uint16Array<ArrayBuffer> {
  const names = means.length / dimensions;
  const worn = new Uint16Array(vectors.length / dimensions);
  return worn.map((_, row) => nearest(means, names, vectors, row, 1).rows[0] ?? 0);
}

/** Four sums side by side: the processor need not wait for one to begin the next. Rows are whole. */
function dot(a: Float32Array, at: number, b: Float32Array): number {
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let i = 0; i < dimensions; i += 4) {
    s += (a[at + i] as number) * (b[i] as number);
    t += (a[at + i + 1] as number) * (b[i + 1] as number);
    u += (a[at + i + 2] as number) * (b[i + 2] as number);
    v += (a[at + i + 3] as number) * (b[i + 3] as number);
  }
  return s + t + u + v;
}
