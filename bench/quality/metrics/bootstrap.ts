/** 95 % intervals by bootstrap: the figure over again on things drawn anew, with repetition, from those measured. */
import { createRandom } from '../../random.ts';

export interface Figure {
  readonly value: number;
  /** Ends of the 95 % interval. */
  readonly low: number;
  readonly high: number;
}

export const REPLICATES = 1000;

/** How often each of `count` things is drawn when `count` are drawn with repetition. */
export function* resamples(count: number, replicates = REPLICATES, seed = 11): Generator<Uint16Array> {
  const random = createRandom(seed);
  for (let i = 0; i < replicates; i += 1) {
    const drawn = new Uint16Array(count);
    for (let j = 0; j < count; j += 1) {
      const one = Math.floor(random.next() * count);
      drawn[one] = (drawn[one] as number) + 1;
    }
    yield drawn;
  }
}

/** The middle 95 of 100. */
export function interval(values: readonly number[]): { readonly low: number; readonly high: number } {
  const sorted = values.filter(Number.isFinite).toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

/** A mean of scores that hang on several drawn things each (the three faces of a triple): weights multiply. */
export function meanOver(
  scores: ArrayLike<number>,
  members: readonly ArrayLike<number>[],
  count: number,
  replicates = REPLICATES,
): Figure {
  const meanWith = (weights: Uint16Array | undefined): number => {
    let [sum, total] = [0, 0];
    for (let t = 0; t < scores.length; t += 1) {
      let weight = 1;
      if (weights) for (const member of members) weight *= weights[member[t] as number] as number;
      if (weight === 0) continue;
      sum += weight * (scores[t] as number);
      total += weight;
    }
    return sum / total;
  };
  const means: number[] = [];
  for (const weights of resamples(count, replicates)) means.push(meanWith(weights));
  return { value: meanWith(undefined), ...interval(means) };
}
