/** Distances between what models say of faces. */

/** What a model says of one face; null where it found none. */
export type Vector = Float32Array | null;

export function euclidean(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** NaN where one of the two was not found. */
export const between = (a: Vector | undefined, b: Vector | undefined): number =>
  a && b ? euclidean(a, b) : Number.NaN;

const entropy = (shares: readonly number[]): number =>
  shares.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0);

/** Root of the Jensen-Shannon divergence, base 2, of two distributions: 0 to 1. */
export function jensenShannon(p: readonly number[], q: readonly number[]): number {
  const middle = p.map((share, i) => (share + (q[i] ?? 0)) / 2);
  return Math.sqrt(Math.max(0, entropy(middle) - (entropy(p) + entropy(q)) / 2));
}
