/** What it costs to read vectors from memory and do nothing with them: AssemblyScript. */

/** Reads the bytes from `from` up to, but not including, `to`, 128 at a time; both are multiples of 128. */
export function read(from: usize, to: usize): i32 {
  let a = i32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  for (; from < to; from += 128) {
    a = v128.xor(a, v128.xor(v128.load(from), v128.load(from, 16)));
    b = v128.xor(b, v128.xor(v128.load(from, 32), v128.load(from, 48)));
    c = v128.xor(c, v128.xor(v128.load(from, 64), v128.load(from, 80)));
    d = v128.xor(d, v128.xor(v128.load(from, 96), v128.load(from, 112)));
  }
  // Without a use of what was read, the reading would be left out.
  return i32x4.bitmask(v128.xor(v128.xor(a, b), v128.xor(c, d)));
}
