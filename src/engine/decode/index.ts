/** The first stage of indexing: a picture's bytes → its frames. Whatever the bytes, cost in time and memory is bounded. */
import { type Animation, canAnimate, openAnimation, sampleFrames } from './animation.ts';
import { DecodeError } from './errors.ts';
import { checkBytes, type Header, readHeader } from './header.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { decodeStill } from './still.ts';

export { DecodeError, type DecodeErrorCode } from './errors.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';

export interface DecodedFrame {
  /** Which frame of the file, 0 for a still. */
  readonly index: number;
  /** Closed when the next frame is asked for: do not keep it. */
  readonly bitmap: ImageBitmap;
}

/** A picture opened. Close it when done. */
export interface DecodedImage {
  /** MIME type found in the bytes. */
  readonly type: Header['type'];
  /** Pixels, turned upright as its EXIF orientation says. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Frames in the file; `frames` yields a sample of them. */
  readonly frameCount: number;
  /**
   * A bitmap's pixels for one of the picture's: 1 unless the picture is larger than `workPixels`, or an animation than
   * `frameWorkPixels`. Coordinates found in a bitmap are divided by it.
   */
  readonly scale: number;
  /** The frames to look at, in order. To be called once. @throws DecodeError `damaged` or `timeout` on the way */
  frames(): AsyncIterable<DecodedFrame>;
  close(): void;
}

async function* sampled(animation: Animation, indices: readonly number[]): AsyncGenerator<DecodedFrame> {
  for (const index of indices) {
    const bitmap = await animation.frame(index);
    try {
      yield { index, bitmap };
    } finally {
      bitmap.close();
    }
  }
}

async function* only(bitmap: ImageBitmap): AsyncGenerator<DecodedFrame> {
  yield { index: 0, bitmap };
}

async function openStill(file: Blob, header: Header, limits: Limits): Promise<DecodedImage> {
  const { width, height, bitmap } = await decodeStill(file, header, limits);
  return {
    type: header.type,
    width,
    height,
    animated: header.frames > 1,
    frameCount: header.frames,
    scale: bitmap.width / width,
    frames: () => only(bitmap),
    close: () => bitmap.close(),
  };
}

async function openFrames(data: Uint8Array<ArrayBuffer>, header: Header, limits: Limits): Promise<DecodedImage> {
  const { type, width, height } = header;
  const animation = await openAnimation(data, header, limits);
  const { frameCount, scale } = animation;
  return {
    type,
    width,
    height,
    animated: true,
    frameCount,
    scale,
    frames: () => sampled(animation, sampleFrames(frameCount, width * height, limits)),
    close: () => animation.close(),
  };
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new DecodeError('unreadable', 'The file can no longer be read. Is it still where it was?', { cause });
  }
}

/**
 * Opens a picture: JPEG, PNG, APNG, WebP, GIF, AVIF or BMP, told by its bytes and never by its name or claimed type.
 * What the header claims is held against the limits before a decoder sees the file. Works in documents and workers.
 * @throws DecodeError whose `code` says why, and whose message says what to do.
 */
export async function decodeImage(blob: Blob, limits: Partial<Limits> = {}): Promise<DecodedImage> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  checkBytes(blob.size, all);
  const data = await bytesOf(blob);
  const header = readHeader(data, all);
  if (header.frames > 1 && canAnimate()) return openFrames(data, header, all);
  return openStill(blob.slice(0, blob.size, header.type), header, all);
}
