/**
 * Eigenvalues of a symmetric matrix: Householder's reduction to three diagonals, then Sturm counts and bisection
 * (Golub and Van Loan, Matrix Computations, 8.3 and 8.4).
 */

/** The main diagonal and the one beside it of a matrix with the same eigenvalues. Overwrites `a`. */
function tridiagonal(a: Float64Array[]): { readonly main: Float64Array; readonly beside: Float64Array } {
  const n = a.length;
  const beside = new Float64Array(n);
  for (let k = 0; k < n - 2; k += 1) {
    const size = n - k - 1;
    const v = Float64Array.from({ length: size }, (_, i) => a[k + 1 + i]?.[k] ?? 0);
    const norm = Math.hypot(...v);
    beside[k + 1] = norm;
    if (norm === 0) continue;
    const alpha = (v[0] as number) > 0 ? -norm : norm;
    beside[k + 1] = alpha;
    v[0] = (v[0] as number) - alpha;
    const square = v.reduce((sum, value) => sum + value * value, 0);
    if (square === 0) continue;
    reflect(a, k + 1, v, 2 / square);
  }
  if (n > 1) beside[n - 1] = a[n - 1]?.[n - 2] ?? 0;
  return { main: Float64Array.from(a, (row, i) => row[i] ?? 0), beside };
}

/** Applies I − scale·v·vᵀ from both sides to the part of `a` from row and column `from` on. */
function reflect(a: Float64Array[], from: number, v: Float64Array, scale: number): void {
  const size = v.length;
  const p = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const row = a[from + i] as Float64Array;
    let sum = 0;
    for (let j = 0; j < size; j += 1) sum += (row[from + j] as number) * (v[j] as number);
    p[i] = scale * sum;
  }
  const half = (scale / 2) * p.reduce((sum, value, i) => sum + value * (v[i] as number), 0);
  for (let i = 0; i < size; i += 1) p[i] = (p[i] as number) - half * (v[i] as number);
  for (let i = 0; i < size; i += 1) {
    const row = a[from + i] as Float64Array;
    const [vi, pi] = [v[i] as number, p[i] as number];
    for (let j = 0; j < size; j += 1) {
      row[from + j] = (row[from + j] as number) - vi * (p[j] as number) - pi * (v[j] as number);
    }
  }
}

/** How many eigenvalues are below `x`. */
function countBelow(main: Float64Array, beside: Float64Array, x: number): number {
  let [count, d] = [0, 1];
  for (let i = 0; i < main.length; i += 1) {
    const b = i === 0 ? 0 : (beside[i] as number);
    d = (main[i] as number) - x - (b * b) / d;
    if (d === 0) d = 1e-300;
    if (d < 0) count += 1;
  }
  return count;
}

/** All eigenvalues of the symmetric `matrix`, smallest first. */
export function eigenvalues(matrix: readonly Float64Array[]): number[] {
  const { main, beside } = tridiagonal(matrix.map((row) => Float64Array.from(row)));
  const radius = (i: number): number => Math.abs(beside[i] ?? 0) + Math.abs(beside[i + 1] ?? 0);
  const least = Math.min(...Array.from(main, (value, i) => value - radius(i)));
  const most = Math.max(...Array.from(main, (value, i) => value + radius(i)));
  return Array.from(main, (_, wanted) => {
    let [low, high] = [least, most];
    for (let step = 0; step < 60 && high - low > 1e-13 * (most - least); step += 1) {
      const middle = (low + high) / 2;
      if (countBelow(main, beside, middle) > wanted) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  });
}
