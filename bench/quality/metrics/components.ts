/** In how many directions an embedding really moves. */
import type { Vector } from './distance.ts';
import { eigenvalues } from './eigenvalues.ts';

/** Covariance of the columns of `rows`. */
export function covariance(rows: readonly Float32Array[]): Float64Array[] {
  const size = rows[0]?.length ?? 0;
  const mean = new Float64Array(size);
  for (const row of rows)
    for (let i = 0; i < size; i += 1) mean[i] = (mean[i] as number) + (row[i] as number) / rows.length;
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  const centred = new Float64Array(size);
  for (const row of rows) {
    for (let i = 0; i < size; i += 1) centred[i] = (row[i] as number) - (mean[i] as number);
    for (let i = 0; i < size; i += 1) {
      const [line, left] = [sums[i] as Float64Array, centred[i] as number];
      if (left !== 0) for (let j = 0; j <= i; j += 1) line[j] = (line[j] as number) + left * (centred[j] as number);
    }
  }
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = (sums[i]?.[j] ?? 0) / (rows.length - 1);
      (sums[i] as Float64Array)[j] = value;
      (sums[j] as Float64Array)[i] = value;
    }
  }
  return sums;
}

/** How many of the largest `values` make up `share` of their sum. */
export function countFor(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => b - a);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  let [sum, count] = [0, 0];
  for (const value of sorted) {
    // What rounding leaves does not ask for one more.
    if (sum >= share * total - 1e-12 * total) break;
    sum += value;
    count += 1;
  }
  return count;
}

/** Principal components that hold 90 % of the variance. */
export const componentsFor90 = (vectors: readonly Vector[]): number =>
  countFor(eigenvalues(covariance(vectors.filter((vector) => vector !== null))), 0.9);
