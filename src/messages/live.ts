/**
 * The live line between a view and the offscreen document: a port, so that the camera's life follows the view's.
 * When the view closes or crashes the browser breaks the port, and the camera goes out.
 */
import * as v from 'valibot';
import { Found, LiveResult, LiveState, MemeId } from './payloads.ts';

export const LIVE_PORT = 'gurn.live';
/** The Web Lock that the offscreen document holds as long as it listens; the browser frees it when the document ends. */
export const LIVE_LOCK = 'gurn.live';
/** Preview frames travel here as ImageBitmaps: same-origin extension views only. */
export const PREVIEW_CHANNEL = 'gurn.preview';

/** The most matches a view may ask for: what it shows, 100 at the most, and some to spare. */
export const MOST_MATCHES = 128;

/** Longer words are cut by the view. */
export const MOST_WORDS = 100;

const frame = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a view tells the offscreen document. */
export const LiveCommand = v.variant('type', [
  /**
   * What to search: how many matches, which camera (empty: any). `words`: only memes that these find.
   * `kept`: by the face of this frame, which was frozen, instead of the face now.
   */
  v.strictObject({
    type: v.literal('watch'),
    top: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MATCHES)),
    camera: v.string(),
    words: v.exactOptional(v.pipe(v.string(), v.maxLength(MOST_WORDS))),
    kept: v.exactOptional(frame),
  }),
  /** A meme was inserted or copied while the matches of `frame` were shown. */
  v.strictObject({ type: v.literal('picked'), meme: MemeId, frame }),
  /** Try again after a problem: permission given, camera plugged in. */
  v.strictObject({ type: v.literal('retry') }),
]);
export type LiveCommand = v.InferOutput<typeof LiveCommand>;

/** What the offscreen document tells its views. */
export const LiveEvent = v.variant('type', [
  v.strictObject({ type: v.literal('state'), state: LiveState }),
  v.strictObject({ type: v.literal('result'), result: LiveResult }),
  v.strictObject({ type: v.literal('found'), found: Found }),
]);
export type LiveEvent = v.InferOutput<typeof LiveEvent>;

/** One preview frame; `frame` counts up. The receiver closes the bitmap. */
export interface PreviewFrame {
  readonly frame: number;
  readonly bitmap: ImageBitmap;
}

export const isPreviewFrame = (data: unknown): data is PreviewFrame =>
  typeof data === 'object' && data !== null && 'bitmap' in data && data.bitmap instanceof ImageBitmap;
