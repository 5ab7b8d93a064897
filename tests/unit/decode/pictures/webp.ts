import { ascii, join, u24le, u32le } from './bytes.ts';

const chunk = (type: string, data: Uint8Array | readonly number[]): Uint8Array<ArrayBuffer> =>
  join(ascii(type), u32le(data.length), data, data.length % 2 ? [0] : []);

const riff = (...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  chunk('RIFF', join(ascii('WEBP'), ...chunks));

/** The chunks of a still WebP that hold its pixels. */
function imageChunks(still: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  const view = new DataView(still.buffer, still.byteOffset, still.byteLength);
  for (let at = 12; at < still.length; ) {
    const length = view.getUint32(at + 4, true);
    const type = String.fromCharCode(...still.subarray(at, at + 4));
    if (['ALPH', 'VP8 ', 'VP8L'].includes(type)) found.push(still.subarray(at, at + 8 + length + (length % 2)));
    at += 8 + length + (length % 2);
  }
  return found;
}

/** An animation whose frames are stills of one size, which may claim another. */
export function animatedWebp(
  size: number,
  stills: readonly Uint8Array[],
  claim: { readonly width: number; readonly height: number } = { width: size, height: size },
): Uint8Array<ArrayBuffer> {
  const extended = chunk('VP8X', [0x12, 0, 0, 0, ...u24le(size - 1), ...u24le(size - 1)]);
  const frames = stills.map((still) => {
    const place = [...u24le(0), ...u24le(0), ...u24le(claim.width - 1), ...u24le(claim.height - 1)];
    return chunk('ANMF', join(place, u24le(100), [2], ...imageChunks(still)));
  });
  return riff(extended, chunk('ANIM', [0, 0, 0, 0, 0, 0]), ...frames);
}

/** A header of the extended format that claims a size. */
export const webpHeader = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  riff(chunk('VP8X', [0, 0, 0, 0, ...u24le(width - 1), ...u24le(height - 1)]));
