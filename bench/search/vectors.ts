/** Vectors to search: 64 numbers, unit length, the same in every run. */
import { createRandom, type Random } from '../random.ts';
import type { Kind } from './contender.ts';

type Make = () => Float32Array;

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const uniform = (random: Random): Make => {
  return () => unit(Float32Array.from({ length: 64 }, () => random.normal()));
};

/** Differences that are summed up: enough to look normally distributed. */
const TERMS = 8;

const squareOf = (vector: Iterable<number>): number => [...vector].reduce((sum, value) => sum + value * value, 0);

/** Squared length of the difference of two means, on average. */
function averageSquare(means: readonly Float32Array[]): number {
  const centre = Array.from({ length: 64 }, (_, i) => means.reduce((sum, mean) => sum + (mean[i] ?? 0), 0));
  const squares = means.reduce((sum, mean) => sum + squareOf(mean), 0);
  return 2 * (squares / means.length - squareOf(centre) / means.length ** 2);
}

/**
 * Faces around the named expressions. A mean of unit vectors is as much shorter than 1 as they scatter; the directions
 * in which they do are taken from how the expressions differ from each other.
 */
function embeddings(random: Random, lists: readonly (readonly number[])[]): Make {
  const means = lists.map((list) => Float32Array.from(list));
  const average = averageSquare(means);
  return () => {
    const mean = random.pick(means);
    const factor = Math.sqrt(Math.max(0, 1 - squareOf(mean)) / (TERMS * average));
    const vector = mean.slice();
    for (let term = 0; term < TERMS; term += 1) {
      const [a, b] = [random.pick(means), random.pick(means)];
      for (let i = 0; i < 64; i += 1) vector[i] = (vector[i] ?? 0) + factor * ((a[i] ?? 0) - (b[i] ?? 0));
    }
    return unit(vector);
  };
}

export function vectorsOf(kind: Kind, seed: number, count: number, means: readonly (readonly number[])[]) {
  const random = createRandom(seed);
  const make = kind === 'uniform' ? uniform(random) : embeddings(random, means);
  return Array.from({ length: count }, make);
}
