/**
 * The smallest of the values that at least `percent` of 100 do not exceed (nearest rank). NaN when there is none.
 * With fewer than twenty values the 95th is the largest.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}
