import { ascii, join, u16le } from './bytes.ts';

export interface GifFrame {
  /** Index into black, red, green, blue. */
  readonly colour: 0 | 1 | 2 | 3;
  /** The size that the frame's descriptor claims; the picture's otherwise. */
  readonly claim?: { readonly width: number; readonly height: number };
}

const COLOURS = [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255];
const CLEAR = 4;
const END = 5;

/** LZW that never compresses: a clear code before its table could grow past three bits, two pixels at a time. */
function lzw(count: number, colour: number): number[] {
  const codes: number[] = [];
  for (let pixel = 0; pixel < count; pixel += 1) {
    if (pixel % 2 === 0) codes.push(CLEAR);
    codes.push(colour);
  }
  codes.push(END);
  const bytes: number[] = [];
  codes.forEach((code, index) => {
    const bit = index * 3;
    const at = bit >> 3;
    const shifted = code << (bit & 7);
    bytes[at] = (bytes[at] ?? 0) | (shifted & 255);
    if (shifted > 255) bytes[at + 1] = shifted >> 8;
  });
  return bytes;
}

function subBlocks(data: readonly number[]): number[] {
  const blocks: number[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return [...blocks, 0];
}

/** Frames of 0.1 s, each of one colour. */
export function gif(width: number, height: number, frames: readonly GifFrame[]): Uint8Array<ArrayBuffer> {
  const screen = [...ascii('GIF89a'), ...u16le(width), ...u16le(height), 0x81, 0, 0, ...COLOURS];
  const blocks = frames.map(({ colour, claim = { width, height } }) => {
    const control = [0x21, 0xf9, 4, 0x04, ...u16le(10), 0, 0];
    const descriptor = [0x2c, 0, 0, 0, 0, ...u16le(claim.width), ...u16le(claim.height), 0];
    return [...control, ...descriptor, 2, ...subBlocks(lzw(width * height, colour))];
  });
  return join(screen, ...blocks, [0x3b]);
}
