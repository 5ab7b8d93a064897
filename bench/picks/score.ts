/** How well the wanted meme was placed, and how sure that is. */
import type { Random } from '../random.ts';

/** Places of the wanted meme, 1 is the best, over a person's uses. */
export type Places = readonly number[];

export interface Score {
  readonly top1: number;
  readonly top3: number;
  readonly meanPlace: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (places: Places, fits: (place: number) => boolean): number =>
  (100 * places.filter(fits).length) / places.length;

export const scoreOf = (places: Places): Score => ({
  top1: percent(places, (place) => place === 1),
  top3: percent(places, (place) => place <= 3),
  meanPlace: mean(places),
});

const ROUNDS = 2_000;

/**
 * The mean of `differences`, one of each person, with the interval that holds it in 95 of 100 draws of as many persons
 * (bootstrap, percentiles).
 */
export function withInterval(
  random: Random,
  differences: readonly number[],
): [mean: number, low: number, high: number] {
  const means = Array.from({ length: ROUNDS }, () => mean(differences.map(() => random.pick(differences))));
  means.sort((a, b) => a - b);
  const at = (share: number): number => means[Math.floor(share * ROUNDS)] ?? Number.NaN;
  return [mean(differences), at(0.025), at(0.975)];
}
