/** What a picture may cost before it is refused. */
export interface Limits {
  /** Bytes of the file. */
  readonly maxBytes: number;
  /** Pixels on either side. */
  readonly maxSide: number;
  /** Pixels of a still. */
  readonly maxPixels: number;
  /** Pixels of one frame of an animation. */
  readonly maxAnimatedPixels: number;
  /** Frames in a file. */
  readonly maxFrames: number;
  /** Frames of an animation that are looked at. */
  readonly sampledFrames: number;
  /** Pixels decoded for one file in all: frames of an animation, or passes over a progressive JPEG. */
  readonly maxDecodedPixels: number;
  /** Pixels of a still's bitmap; a larger picture is scaled down to it. */
  readonly workPixels: number;
  /** Pixels of the bitmap of an animation's frame. */
  readonly frameWorkPixels: number;
  /** Milliseconds for opening a file, and again for each of its frames. */
  readonly maxMs: number;
}

const MEGA = 1_000_000;

export const DEFAULT_LIMITS: Limits = {
  // Chats take 10 MB (Discord without Nitro) to 25 MB; beyond 32 MiB nothing is a meme that can be sent.
  maxBytes: 32 * 1024 * 1024,
  // Skia's raster bitmaps end at 32,767.
  maxSide: 32_767,
  // 256 MB of RGBA while decoding: 50-megapixel phone photographs pass, a 50,000×50,000 bomb (10 GB) does not.
  maxPixels: 64 * MEGA,
  // Decoders hold several frames of an animation at once; 4K video has 8.3.
  maxAnimatedPixels: 9 * MEGA,
  // Three minutes at the 50 frames a second that a GIF can show.
  maxFrames: 10_000,
  sampledFrames: 24,
  // Frames build on those before them, so a sample costs everything up to it: at about 150 megapixels a second, 7 s.
  maxDecodedPixels: 1000 * MEGA,
  // 64 MB of RGBA; a phone's 12-megapixel photograph passes unscaled.
  workPixels: 16 * MEGA,
  // Every frame is searched like a still. Reaction GIFs have about 0.2; 24 frames of 16 took minutes to search.
  frameWorkPixels: MEGA,
  maxMs: 20_000,
};
