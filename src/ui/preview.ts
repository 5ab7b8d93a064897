/** Camera frames as they come from the offscreen document; they never leave the extension's own documents. */
import { openPreviewLine } from './preview-line.ts';

/**
 * Calls `draw` with the newest frame, once per painted frame of the screen, and closes every bitmap.
 * Returns the function that ends it.
 */
export function onPreview(draw: (bitmap: ImageBitmap) => void): () => void {
  let newest: ImageBitmap | undefined;
  let painting = 0;
  const paint = () => {
    painting = 0;
    if (!newest) return;
    draw(newest);
    newest.close();
    newest = undefined;
  };
  const close = openPreviewLine(({ bitmap }) => {
    newest?.close();
    newest = bitmap;
    painting ||= requestAnimationFrame(paint);
  });
  return () => {
    close();
    cancelAnimationFrame(painting);
    newest?.close();
    newest = undefined;
  };
}
