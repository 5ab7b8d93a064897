import { K } from '../contender.ts';

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < 64; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    sum += difference * difference;
  }
  return sum;
}

/** The numbers of the K nearest, by subtraction, one after the other: nobody's own way of doing it. */
export function nearest(vectors: readonly Float32Array[], query: Float32Array): Set<number> {
  const best: { number: number; squared: number }[] = [];
  for (const [number, vector] of vectors.entries()) {
    const squared = squaredDistance(vector, query);
    if (best.length === K && squared >= (best[K - 1]?.squared ?? 0)) continue;
    best.push({ number, squared });
    best.sort((a, b) => a.squared - b.squared);
    best.length = Math.min(best.length, K);
  }
  return new Set(best.map(({ number }) => number));
}
