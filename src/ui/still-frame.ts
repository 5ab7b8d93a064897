/** One frame of an animated picture, standing still and small: what a view shows until the animation is wanted. */

/** Pixels of the longer side: a match's card on a screen of twice as many pixels. */
const LARGEST_SIDE = 480;

/** Without WebCodecs an animation was indexed by its first frame, which is what createImageBitmap gives. */
async function frameOf(picture: Blob, frame: number): Promise<ImageBitmap> {
  if (typeof ImageDecoder !== 'function') return createImageBitmap(picture);
  const data = await picture.arrayBuffer();
  const decoder = new ImageDecoder({ data, type: picture.type, preferAnimation: true });
  try {
    await decoder.completed;
    const { image } = await decoder.decode({ frameIndex: frame });
    return await createImageBitmap(image).finally(() => image.close());
  } finally {
    decoder.close();
  }
}

/**
 * The frame as a WebP. What it costs was bounded when the picture was indexed: no frame is matched that lies further
 * on than the indexer's limits let it decode.
 * @throws DOMException when the picture cannot be decoded or has no such frame
 */
export async function stillFrame(picture: Blob, frame: number): Promise<Blob> {
  const bitmap = await frameOf(picture, frame);
  try {
    const scale = Math.min(1, LARGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
    const canvas = new OffscreenCanvas(width ?? 1, height ?? 1);
    const context = canvas.getContext('2d');
    if (!context) throw new DOMException('This browser gives no 2D canvas.', 'InvalidStateError');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 });
  } finally {
    bitmap.close();
  }
}
