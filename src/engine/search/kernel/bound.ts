/**
 * The numbers behind the lower bound. docs/search.md has the proof; here is what it says.
 *
 * A vector is v = s·c + e: 64 codes c from -127 to 127, their scale s, and what is left over. The query is q = t·d + f
 * with codes d from -32767 to 32767. Then
 *
 *   |q − v|² + spread = |q|² + offset − 2 q·v  ≥  |q|² + offset − 2ts (c·d) − 2|q| (|e| + ρ (|v| + |e|))
 *
 * where ρ = 4/32767 ≥ |f|/|q|. Everything but c·d is known per row or per query. It is computed in 32-bit numbers;
 * SLACK, taken off |q|² and the offset, is eight times what their rounding can add.
 */

/** Of |q|² and the offset. Rounding adds less than 9 · 2⁻²⁴ = 5.4e-7 of their sum. */
const SLACK: f64 = 4e-6;
/** ρ, rounded up. */
const QUERY_ERROR: f64 = 1.2208e-4;
/** For what is rounded to 32 bits and must not become less. */
const UP: f64 = 1 + 1e-6;
/** Squares from which on, or below which, 32-bit numbers might overflow or lose everything. */
const LARGEST: f64 = 1e30;
const SMALLEST: f64 = 1e-24;

export function largestOf(vector: usize): f64 {
  let largest: f64 = 0;
  for (let i: usize = 0; i < 64; i++) largest = max(largest, abs(<f64>load<f32>(vector + 4 * i)));
  return largest;
}

/** Whether a row's numbers can be trusted to the bound. A row that cannot is measured at every search. */
export function isBoundable(offset: f64): bool {
  return offset <= LARGEST;
}

/** Whether a query's can. One that cannot is measured against every row. */
export function isAimable(querySquare: f64): bool {
  return querySquare >= SMALLEST && querySquare <= LARGEST;
}

export function floorOf(square: f64): f32 {
  return <f32>(square * (1 - SLACK));
}

/** |e| + ρ (|v| + |e|), from |e| and |v|. */
export function errorOf(left: f64, length: f64): f32 {
  return <f32>((left + QUERY_ERROR * (length + left)) * UP);
}

/** 2|q|, what a row's error is multiplied by. */
export function reachOf(querySquare: f64): f32 {
  return <f32>(2 * sqrt(querySquare) * UP);
}

/** At least `limit`, in 32 bits. */
export function ceilingOf(limit: f64): f32 {
  return <f32>(limit + abs(limit) * 1e-6);
}
