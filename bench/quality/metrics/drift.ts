/** How far an embedding moves when the picture changes and the face does not. */
import { type Figure, interval, resamples } from './bootstrap.ts';
import { between, type Vector } from './distance.ts';

export interface Drift {
  /** Median distance between a face and itself altered, in parts of the median distance between two faces. */
  readonly drift: Figure;
  /** Share of altered faces that were found at all. */
  readonly found: number;
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
};

/** A face that is not found any more has moved as far as to any other: its drift is 1. */
export function driftOf(plain: readonly Vector[], altered: readonly Vector[]): Drift {
  const pairs: number[] = [];
  for (let i = 0; i < plain.length; i += 1) {
    for (let j = i + 1; j < plain.length; j += 1) pairs.push(between(plain[i], plain[j]));
  }
  const usual = median(pairs.filter((distance) => !Number.isNaN(distance)));
  const moved = plain.map((vector, i) => between(vector, altered[i]) / usual);
  const counted = moved.map((distance) => (Number.isNaN(distance) ? 1 : distance));
  const medians: number[] = [];
  for (const weights of resamples(counted.length)) {
    medians.push(median(counted.flatMap((value, i) => new Array<number>(weights[i] ?? 0).fill(value))));
  }
  const found = altered.filter((vector) => vector !== null).length / altered.length;
  return { drift: { value: median(counted), ...interval(medians) }, found };
}
