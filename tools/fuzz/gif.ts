import { ascii, join, u16le } from '../../tests/unit/decode/pictures/bytes.ts';
import { flatLzw } from './lzw.ts';
import type { Bytes } from './parts.ts';

export interface Gif {
  /** Pixels of the picture, and of each frame unless `frame` says otherwise. */
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Hundredths of a second. */
  readonly delay: number;
  readonly frame?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** What happens to a frame before the next: 0 to 3 are defined, 7 fits. */
  readonly disposal?: number;
}

const COLOURS = [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255];

function subBlocks(data: readonly number[]): number[] {
  const blocks: number[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.slice(at, at + 255);
    blocks.push(block.length, ...block);
  }
  return [...blocks, 0];
}

/** A GIF of many frames and few bytes: all are alike, black, and packed as tightly as GIF can. */
export function gifOf({ width, height, frames, delay, frame, disposal = 1 }: Gif): Bytes {
  const { x, y, ...size } = frame ?? { x: 0, y: 0, width, height };
  const screen = [...ascii('GIF89a'), ...u16le(width), ...u16le(height), 0x81, 0, 0, ...COLOURS];
  const loop = [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  const control = [0x21, 0xf9, 4, disposal << 2, ...u16le(delay), 0, 0];
  const descriptor = [0x2c, ...u16le(x), ...u16le(y), ...u16le(size.width), ...u16le(size.height), 0];
  const one = Uint8Array.from([...control, ...descriptor, 2, ...subBlocks(flatLzw(size.width * size.height))]);
  return join(screen, loop, ...Array.from({ length: frames }, () => one), [0x3b]);
}
