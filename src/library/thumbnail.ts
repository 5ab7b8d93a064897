/** Draws the small picture that stands for a meme in views of many. Runs in documents and workers of a browser. */

/** Longest side, in pixels. */
export const THUMB_SIDE = 256;
const QUALITY = 0.8;

/** Width and height of the thumbnail of a picture: never larger than the picture, never smaller than a pixel. */
export function thumbSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, THUMB_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A WebP of at most 256 pixels a side, of the picture's first frame, upright as it is shown.
 * @throws DOMException InvalidStateError when the browser cannot decode the picture
 */
export async function drawThumb(picture: Blob | ImageBitmap): Promise<Blob> {
  const bitmap = picture instanceof Blob ? await createImageBitmap(picture) : picture;
  const { width, height } = thumbSize(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new DOMException('No canvas could be had.', 'InvalidStateError');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  if (bitmap !== picture) bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
}
