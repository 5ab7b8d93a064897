import { crc32, deflateSync } from 'node:zlib';
import { ascii, join, u16be, u32be } from './bytes.ts';

const SIGNATURE = [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a];

export function chunk(type: string, data: Uint8Array | readonly number[] = []): Uint8Array<ArrayBuffer> {
  const body = join(ascii(type), data);
  return join(u32be(data.length), body, u32be(crc32(body)));
}

/** 8-bit grey. */
const header = (width: number, height: number) => chunk('IHDR', [...u32be(width), ...u32be(height), 8, 0, 0, 0, 0]);

const pixels = (width: number, height: number, grey: number): Uint8Array => {
  const row = Uint8Array.from({ length: width + 1 }, (_, x) => (x === 0 ? 0 : grey));
  return deflateSync(join(...Array.from({ length: height }, () => row)));
};

/** A grey picture. */
export const png = (width: number, height: number, grey = 128): Uint8Array<ArrayBuffer> =>
  join(SIGNATURE, header(width, height), chunk('IDAT', pixels(width, height, grey)), chunk('IEND'));

/** A header that claims a size, and nothing behind it. */
export const pngHeader = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  join(SIGNATURE, header(width, height));

/** A picture of many pixels and few bytes: each row is zeros. */
export function pngBomb(width: number, height: number): Uint8Array<ArrayBuffer> {
  return join(
    SIGNATURE,
    header(width, height),
    chunk('IDAT', deflateSync(new Uint8Array((width + 1) * height))),
    chunk('IEND'),
  );
}

export interface ApngFrame {
  readonly grey: number;
  /** The rectangle that it claims; the whole picture otherwise. */
  readonly claim?: { readonly width: number; readonly height: number };
}

/** Frames of 0.1 s, each filling the picture. */
export function apng(width: number, height: number, frames: readonly ApngFrame[]): Uint8Array<ArrayBuffer> {
  let sequence = 0;
  const parts = frames.map(({ grey, claim = { width, height } }, index) => {
    const place = [...u32be(claim.width), ...u32be(claim.height), ...u32be(0), ...u32be(0)];
    const control = chunk('fcTL', [...u32be(sequence++), ...place, ...u16be(1), ...u16be(10), 0, 0]);
    const data = pixels(width, height, grey);
    return join(control, index === 0 ? chunk('IDAT', data) : chunk('fdAT', join(u32be(sequence++), data)));
  });
  const control = chunk('acTL', [...u32be(frames.length), ...u32be(0)]);
  return join(SIGNATURE, header(width, height), control, ...parts, chunk('IEND'));
}
