/** The distance itself, in 64-bit numbers: the same additions in the same order as the plain table's, so the same bits. */
import { INPUT, offsetOf, vectorOf } from './layout';

/** |q|² of the vector at INPUT; `aim` sets it. */
let querySquare: f64 = 0;

/** Σ a[i]·b[i] over 64 f32 at the two addresses, in four sums. */
export function dot(a: usize, b: usize): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let end = a + 256; a < end; a += 16, b += 16) {
    const x = v128.load(a);
    const y = v128.load(b);
    low = f64x2.add(low, f64x2.mul(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(y)));
    const xHigh = f64x2.promote_low_f32x4(i64x2.shuffle(x, x, 1, 1));
    const yHigh = f64x2.promote_low_f32x4(i64x2.shuffle(y, y, 1, 1));
    high = f64x2.add(high, f64x2.mul(xHigh, yHigh));
  }
  return (
    f64x2.extract_lane(low, 0) +
    f64x2.extract_lane(low, 1) +
    (f64x2.extract_lane(high, 0) + f64x2.extract_lane(high, 1))
  );
}

export function aimExactly(): f64 {
  querySquare = dot(INPUT, INPUT);
  return querySquare;
}

/** Squared distance of a row from the query, its spread added. */
export function measure(row: u32): f64 {
  return querySquare + load<f64>(offsetOf(row)) - 2 * dot(vectorOf(row), INPUT);
}
