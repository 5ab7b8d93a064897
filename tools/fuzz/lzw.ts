const CLEAR = 4;
const END = 5;
const LONGEST = 12;

/** Packs codes of growing width into bytes, lowest bit first. */
function packed(codes: Iterable<readonly [code: number, bits: number]>): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const [code, width] of codes) {
    held |= code << bits;
    bits += width;
    for (; bits >= 8; bits -= 8) {
      bytes.push(held & 255);
      held >>>= 8;
    }
  }
  return [...bytes, held & 255];
}

/** Codes that each stand for one pixel more than the one before, until the table is full and begins anew. */
function* growing(pixels: number): Generator<readonly [number, number]> {
  for (let left = pixels; left > 0; ) {
    let width = 3;
    yield [CLEAR, left === pixels ? width : LONGEST];
    yield [0, width];
    left -= 1;
    for (let code = END + 1, run = 2; left > 0 && code < 2 ** LONGEST - 1; code += 1, run += 1) {
      yield [code, width];
      left -= run;
      if (code + 1 === 2 ** width && width < LONGEST) width += 1;
    }
  }
  yield [END, LONGEST];
}

/** `pixels` of one colour as GIF codes them, four colours to choose from: eight million fit into six kilobytes. */
export const flatLzw = (pixels: number): number[] => packed(growing(pixels));
