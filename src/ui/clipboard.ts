/** Puts a picture on the clipboard. Clipboards take PNG; an animated picture becomes its first frame. */

export type CopyOutcome = 'copied' | 'copied-still';

/** The clipboard refused, or the picture cannot be drawn. `message` is for people. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
  constructor(
    readonly code: 'unreadable' | 'refused',
    message: string,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** An even larger picture would cost more memory than a message is worth. Pixels a side. */
const LARGEST = 4096;

async function toPng(picture: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(picture);
    const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (error) {
    throw new CopyError('unreadable', 'The picture could not be drawn, so it could not be copied.', error);
  }
}

/**
 * Copies the picture. The document must have the focus, as an open popup does.
 * @throws CopyError
 */
export async function copyPicture(picture: Blob, animated: boolean): Promise<CopyOutcome> {
  const png = picture.type === 'image/png' && !animated ? picture : await toPng(picture);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
  } catch (error) {
    throw new CopyError('refused', 'The browser did not let Gurn use the clipboard.', error);
  }
  return animated ? 'copied-still' : 'copied';
}
