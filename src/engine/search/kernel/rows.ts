/** Storing, moving and coding rows. */
import { errorOf, floorOf, isBoundable, largestOf } from './bound';
import { dot } from './exact';
import { blockOf, CODES, ERRORS, FLOORS, INPUT, offsetOf, placeOf, SCALES, vectorOf } from './layout';

function codesOf(row: u32): usize {
  return blockOf(row) + CODES + 64 * placeOf(row);
}

/** Address of a row's number in one of the arrays of f32. */
function numberOf(row: u32, array: usize): usize {
  return blockOf(row) + array + 4 * placeOf(row);
}

/** Writes the codes of the vector at INPUT and returns |e|, how far they are from it. */
function encode(codes: usize, scale: f32): f64 {
  let left: f64 = 0;
  for (let i: usize = 0; i < 64; i++) {
    const value = <f64>load<f32>(INPUT + 4 * i);
    const code: f64 = scale > 0 ? min<f64>(127, max<f64>(-127, nearest(value / <f64>scale))) : 0;
    store<i8>(codes + i, <i8>code);
    const rest = value - code * <f64>scale;
    left += rest * rest;
  }
  return sqrt(left);
}

/** Writes the vector at INPUT into a row. */
export function put(row: u32, spread: f64): void {
  const square = dot(INPUT, INPUT);
  const offset = square + spread;
  memory.copy(vectorOf(row), INPUT, 256);
  store<f64>(offsetOf(row), offset);
  const boundable = isBoundable(offset);
  const scale: f32 = boundable ? <f32>(largestOf(INPUT) / 127) : 0;
  const left = encode(codesOf(row), scale);
  store<f32>(numberOf(row, SCALES), scale);
  store<f32>(numberOf(row, ERRORS), boundable ? errorOf(left, sqrt(square)) : 0);
  store<f32>(numberOf(row, FLOORS), boundable ? floorOf(offset) : -Infinity);
}

/** Copies a row over another. */
export function move(from: u32, to: u32): void {
  memory.copy(vectorOf(to), vectorOf(from), 256);
  memory.copy(codesOf(to), codesOf(from), 64);
  store<f64>(offsetOf(to), load<f64>(offsetOf(from)));
  store<f32>(numberOf(to, SCALES), load<f32>(numberOf(from, SCALES)));
  store<f32>(numberOf(to, ERRORS), load<f32>(numberOf(from, ERRORS)));
  store<f32>(numberOf(to, FLOORS), load<f32>(numberOf(from, FLOORS)));
}
