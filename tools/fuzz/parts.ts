/** Takes pictures apart into what their formats are made of, and puts them together again. */
import { crc32 } from 'node:zlib';
import { join, u32be, u32le } from '../../tests/unit/decode/pictures/bytes.ts';
import type { FormatName } from './seeds.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

const viewOf = (bytes: Bytes): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Cuts at the places that `next` tells, beginning with the one behind `first` bytes. */
function cut(bytes: Bytes, first: number, next: (at: number, view: DataView) => number): Bytes[] {
  const view = viewOf(bytes);
  const parts = [bytes.slice(0, first)];
  for (let at = first; at < bytes.length; ) {
    const end = Math.min(bytes.length, Math.max(at + 1, next(at, view)));
    parts.push(bytes.slice(at, end));
    at = end;
  }
  return parts;
}

/** The place of the next marker behind entropy-coded data that begins at `from`. */
function nextMarker(bytes: Bytes, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return bytes.length;
}

const SOS = 0xda;
const EOI = 0xd9;
const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function endOfBlocks(bytes: Bytes, from: number): number {
  let at = from;
  for (let length = bytes[at] ?? 0; length > 0; length = bytes[at] ?? 0) at += 1 + length;
  return at + 1;
}

const SPLITTERS: Readonly<Record<FormatName, (bytes: Bytes) => Bytes[]>> = {
  png: (bytes) => cut(bytes, 8, (at, view) => at + 12 + view.getUint32(at)),
  jpeg: (bytes) =>
    cut(bytes, 2, (at, view) => {
      const marker = view.getUint8(at + 1);
      if (marker === EOI) return at + 2;
      const end = at + 2 + view.getUint16(at + 2);
      return marker === SOS ? nextMarker(bytes, end) : end;
    }),
  webp: (bytes) => cut(bytes, 12, (at, view) => at + 8 + 2 * Math.ceil(view.getUint32(at + 4, true) / 2)),
  avif: (bytes) => cut(bytes, 0, (at, view) => at + view.getUint32(at)),
  bmp: (bytes) => [bytes.slice(0, 14), bytes.slice(14, 54), bytes.slice(54)],
  gif: (bytes) =>
    cut(bytes, 13 + colours(bytes[10] ?? 0), (at) => {
      if (bytes[at] === 0x21) return endOfBlocks(bytes, at + 2);
      if (bytes[at] === 0x2c) return endOfBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
      return bytes.length;
    }),
};

/** The chunks, segments, blocks or boxes of a sound picture; joined they are the picture again. */
export const split = (format: FormatName, bytes: Bytes): Bytes[] => SPLITTERS[format](bytes);

/** A PNG's chunk with the length and the checksum that its content has. */
function chunkAnew(chunk: Bytes): Bytes {
  if (chunk.length < 12) return chunk;
  const body = chunk.slice(4, -4);
  return join(u32be(body.length - 4), body, u32be(crc32(body)));
}

/**
 * Puts parts together. Checksums and the lengths that span the file are made right, so that what was done to a part is
 * seen by the decoder behind them.
 */
export function assembled(format: FormatName, parts: readonly Bytes[]): Bytes {
  const [head = new Uint8Array(), ...rest] = parts;
  if (format === 'png') return join(head, ...rest.map(chunkAnew));
  const whole = join(...parts);
  if (format === 'webp') whole.set(u32le(whole.length - 8), 4);
  return whole;
}
