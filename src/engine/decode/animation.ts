import { within } from './deadline.ts';
import { damaged } from './errors.ts';
import { type Size, sizeWithin } from './formats/index.ts';
import type { Header } from './header.ts';
import type { Limits } from './limits.ts';

export interface Animation {
  /** A bitmap's pixels for one of the picture's. */
  readonly scale: number;
  readonly frameCount: number;
  /** Draws a frame. The bitmap is the caller's to close. */
  frame(index: number): Promise<ImageBitmap>;
  close(): void;
}

/** WebCodecs has no image decoder here (Firefox, insecure origins): an animation counts as its first frame. */
export const canAnimate = (): boolean => typeof ImageDecoder === 'function';

const undecodable = (what: string) => (cause: unknown) => {
  throw damaged(what, { cause });
};

/**
 * Which frames are looked at: at most `sampledFrames`, evenly spread over as many leading frames as
 * `maxDecodedPixels` pays for.
 */
export function sampleFrames(frameCount: number, framePixels: number, limits: Limits): number[] {
  const reach = Math.max(1, Math.min(frameCount, Math.floor(limits.maxDecodedPixels / framePixels)));
  const count = Math.min(reach, limits.sampledFrames);
  return Array.from({ length: count }, (_, nth) => Math.floor((nth * reach) / count));
}

async function drawn(decoder: ImageDecoder, frameIndex: number, { width, height }: Size): Promise<ImageBitmap> {
  const { image } = await decoder.decode({ frameIndex });
  try {
    return await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' });
  } finally {
    image.close();
  }
}

/** Opens an animated picture. @throws DecodeError `damaged` or `timeout` */
export async function openAnimation(
  data: Uint8Array<ArrayBuffer>,
  header: Header,
  { maxMs, frameWorkPixels }: Limits,
): Promise<Animation> {
  const decoder = new ImageDecoder({ data, type: header.type, preferAnimation: true });
  try {
    const opened = Promise.all([decoder.completed, decoder.tracks.ready]).catch(undecodable('it cannot be opened'));
    await within(maxMs, opened, () => undefined);
  } catch (error) {
    decoder.close();
    throw error;
  }
  const size = sizeWithin(header, frameWorkPixels);
  return {
    scale: size.width / header.width,
    frameCount: decoder.tracks.selectedTrack?.frameCount ?? 1,
    frame(index) {
      const work = drawn(decoder, index, size).catch(undecodable(`its frame ${index + 1} cannot be decoded`));
      return within(maxMs, work, (bitmap) => bitmap.close());
    },
    close: () => decoder.close(),
  };
}
