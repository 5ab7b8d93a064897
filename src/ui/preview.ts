/** Camera frames as they come from the offscreen document; they never leave the extension's own documents. */
import { PREVIEW_CHANNEL, type PreviewFrame } from '../messages/index.ts';

const isFrame = (data: unknown): data is PreviewFrame =>
  typeof data === 'object' && data !== null && 'bitmap' in data && data.bitmap instanceof ImageBitmap;

/**
 * Calls `draw` with the newest frame, once per painted frame of the screen, and closes every bitmap.
 * Returns the function that ends it.
 */
export function onPreview(draw: (bitmap: ImageBitmap) => void): () => void {
  const channel = new BroadcastChannel(PREVIEW_CHANNEL);
  let newest: ImageBitmap | undefined;
  let painting = 0;
  const paint = () => {
    painting = 0;
    if (!newest) return;
    draw(newest);
    newest.close();
    newest = undefined;
  };
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isFrame(data)) return;
    newest?.close();
    newest = data.bitmap;
    painting ||= requestAnimationFrame(paint);
  };
  return () => {
    channel.close();
    cancelAnimationFrame(painting);
    newest?.close();
    newest = undefined;
  };
}
