/** An encoder of grey GIFs, since no browser writes GIF. */

interface Size {
  readonly width: number;
  readonly height: number;
}

const CLEAR = 256;
const END = 257;
/** A clear code before the table grows past nine bits: LZW that never compresses. */
const RUN = 250;

function codesOf(pixels: readonly number[]): number[] {
  const codes = pixels.flatMap((pixel, index) => (index % RUN === 0 ? [CLEAR, pixel] : [pixel]));
  return [...codes, END];
}

function packNineBits(codes: readonly number[]): Buffer {
  const bytes = Buffer.alloc(Math.ceil((codes.length * 9) / 8));
  codes.forEach((code, index) => {
    const bit = index * 9;
    const shifted = code << (bit & 7);
    const at = bit >> 3;
    bytes[at] = (bytes[at] ?? 0) | (shifted & 255);
    if (at + 1 < bytes.length) bytes[at + 1] = shifted >> 8;
  });
  return bytes;
}

function subBlocks(data: Buffer): Buffer {
  const blocks: Buffer[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(Buffer.of(block.length), block);
  }
  return Buffer.concat([...blocks, Buffer.of(0)]);
}

const u16 = (value: number): number[] => [value & 255, value >> 8];

/** An endless animation of frames of half a second. A frame is a grey value (0 to 255) for each pixel, row by row. */
export function greyGif({ width, height }: Size, frames: readonly (readonly number[])[]): Buffer {
  const size = [...u16(width), ...u16(height)];
  const palette = Array.from({ length: 256 }, (_, grey) => [grey, grey, grey]).flat();
  const loop = Buffer.from('\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00', 'latin1');
  const pictures = frames.flatMap((pixels) => [
    Buffer.of(0x21, 0xf9, 4, 0x04, ...u16(50), 0, 0),
    Buffer.of(0x2c, 0, 0, 0, 0, ...size, 0, 8),
    subBlocks(packNineBits(codesOf(pixels))),
  ]);
  const screen = Buffer.of(...size, 0xf7, 0, 0, ...palette);
  return Buffer.concat([Buffer.from('GIF89a', 'latin1'), screen, loop, ...pictures, Buffer.of(0x3b)]);
}
