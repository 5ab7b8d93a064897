import { ascii, join, u16le, u32le } from './bytes.ts';

const HEADER_BYTES = 54;

/** A grey picture of 24 bits a pixel. A negative height stores its rows from the top. */
export function bmp(width: number, height: number): Uint8Array<ArrayBuffer> {
  const row = 4 * Math.ceil((width * 3) / 4);
  const data = new Uint8Array(row * Math.abs(height)).fill(128);
  return join(bmpHeader(width, height, data.length), data);
}

export function bmpHeader(width: number, height: number, dataBytes = 0): Uint8Array<ArrayBuffer> {
  const file = [...ascii('BM'), ...u32le(HEADER_BYTES + dataBytes), ...u32le(0), ...u32le(HEADER_BYTES)];
  const info = [...u32le(40), ...u32le(width), ...u32le(height), ...u16le(1), ...u16le(24), ...u32le(0)];
  return join(file, info, u32le(dataBytes), u32le(2835), u32le(2835), u32le(0), u32le(0));
}
