/** The search: a lower bound of every row's distance from its codes, four rows at a time; the distance itself of few. */
import { ceilingOf, floorOf, isAimable, largestOf, reachOf } from './bound';
import { aimExactly, measure } from './exact';
import { BLOCK_ROWS, blockOf, CODES, ERRORS, FLOORS, FOUND, INPUT, placeOf, QUERY, SCALES, SQUARES } from './layout';

/** The query's part of the bound: its floor, what errors are multiplied by, and twice its scale. */
let floor: f32 = 0;
let reach: f32 = 0;
let scale: f32 = 0;

/** Takes the vector at INPUT as the query of the scans and measurements that follow. */
export function aim(): void {
  const square = aimExactly();
  const aimable = isAimable(square);
  const step: f64 = aimable ? largestOf(INPUT) / 32767 : 1;
  for (let i: usize = 0; i < 64; i++) {
    const code: f64 = aimable ? nearest(<f64>load<f32>(INPUT + 4 * i) / step) : 0;
    store<i16>(QUERY + 2 * i, <i16>code);
  }
  floor = aimable ? floorOf(square) : -Infinity;
  reach = aimable ? reachOf(square) : 0;
  scale = aimable ? <f32>(2 * step) : 0;
}

/** Products of a row's 64 codes with the query's, in four sums. */
function products(codes: usize, q0: v128, q1: v128, q2: v128, q3: v128, q4: v128, q5: v128, q6: v128, q7: v128): v128 {
  let sums = i32x4.dot_i16x8_s(v128.load_ext<i8>(codes), q0);
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 8), q1));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 16), q2));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 24), q3));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 32), q4));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 40), q5));
  sums = i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 48), q6));
  return i32x4.add(sums, i32x4.dot_i16x8_s(v128.load_ext<i8>(codes, 56), q7));
}

/** The four sums of each of four rows, as one number a row. */
function gather(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

/**
 * Writes those of the rows from `from` up to, but not including, `to` whose squared distance is at most `limit` to FOUND,
 * and the squares to SQUARES, and returns how many they are. `from` is a multiple of 4; CAPACITY rows at most.
 */
export function scan(from: u32, to: u32, limit: f64): u32 {
  const q0 = v128.load(QUERY);
  const q1 = v128.load(QUERY, 16);
  const q2 = v128.load(QUERY, 32);
  const q3 = v128.load(QUERY, 48);
  const q4 = v128.load(QUERY, 64);
  const q5 = v128.load(QUERY, 80);
  const q6 = v128.load(QUERY, 96);
  const q7 = v128.load(QUERY, 112);
  const scales = f32x4.splat(scale);
  const reaches = f32x4.splat(reach);
  const floors = f32x4.splat(floor);
  const limits = f32x4.splat(ceilingOf(limit));
  let found: u32 = 0;
  for (let first = from; first < to; ) {
    const end = min(to, first - (first % BLOCK_ROWS) + BLOCK_ROWS);
    const place = placeOf(first);
    let codes = blockOf(first) + CODES + 64 * place;
    let numbers = blockOf(first) + 4 * place;
    for (; first < end; first += 4, codes += 256, numbers += 16) {
      const dots = gather(
        products(codes, q0, q1, q2, q3, q4, q5, q6, q7),
        products(codes + 64, q0, q1, q2, q3, q4, q5, q6, q7),
        products(codes + 128, q0, q1, q2, q3, q4, q5, q6, q7),
        products(codes + 192, q0, q1, q2, q3, q4, q5, q6, q7),
      );
      const near = f32x4.mul(f32x4.mul(scales, v128.load(numbers, SCALES)), f32x4.convert_i32x4_s(dots));
      const error = f32x4.mul(reaches, v128.load(numbers, ERRORS));
      const bounds = f32x4.sub(f32x4.sub(f32x4.add(floors, v128.load(numbers, FLOORS)), error), near);
      let mask = i32x4.bitmask(f32x4.le(bounds, limits));
      for (; mask; mask &= mask - 1) {
        const row = first + ctz(mask);
        if (row >= end) break;
        const square = measure(row);
        if (square > limit) continue;
        store<u32>(FOUND + 4 * found, row);
        store<f64>(SQUARES + 8 * found, square);
        found++;
      }
    }
    first = end;
  }
  return found;
}
