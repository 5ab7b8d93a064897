/** The script of the page (and worker) in which the tests decode. */
import { type DecodedImage, DecodeError, decodeImage, type Limits } from '../../../src/engine/decode/index.ts';
import type { Outcome } from './outcome.ts';

declare global {
  /** Decodes the picture at an address, as a file of a given name and claimed type. */
  var decodeAt: (address: string, limits?: Partial<Limits>) => Promise<Outcome>;
  /** Decodes a file of so many zero bytes behind a PNG's beginning. */
  var decodeOfBytes: (bytes: number) => Promise<Outcome>;
}

/** RGB in the middle of a bitmap. */
function middle(bitmap: ImageBitmap): number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, -Math.floor(bitmap.width / 2), -Math.floor(bitmap.height / 2));
  return [...context.getImageData(0, 0, 1, 1).data.subarray(0, 3)];
}

async function look(image: DecodedImage): Promise<Outcome> {
  const { type, width, height, animated, frameCount, scale } = image;
  const frames: Outcome['frames'] = [];
  for await (const { index, bitmap } of image.frames()) {
    frames.push({ index, width: bitmap.width, height: bitmap.height, middle: middle(bitmap) });
  }
  image.close();
  return { type, width, height, animated, frameCount, scale, frames };
}

async function outcome(blob: Blob, limits?: Partial<Limits>): Promise<Outcome> {
  try {
    return await look(await decodeImage(blob, limits));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return { code: error.code, message: error.message, frames: [] };
  }
}

globalThis.decodeAt = async (address, limits) => outcome(await (await fetch(address)).blob(), limits);

globalThis.decodeOfBytes = (bytes) => {
  const block = new Uint8Array(1024 * 1024);
  const blocks = Array.from({ length: Math.ceil(bytes / block.length) }, () => block);
  return outcome(new Blob(['\x89PNG', ...blocks], { type: 'image/png' }));
};
