/** The element drawn to a canvas: works where the site lets pages read its picture. */
import { PictureError } from '../errors.ts';
import { findPicture, isShown, type Pictured, type Wanted } from './find.ts';

/** Pixels on the longer side; a photograph keeps its size, a drawing of arbitrary scale is held in bounds. */
const MAX_SIDE = 4096;

const sizeOf = (element: Pictured): { width: number; height: number } => {
  if (element instanceof HTMLVideoElement) return { width: element.videoWidth, height: element.videoHeight };
  if (element instanceof HTMLImageElement) return { width: element.naturalWidth, height: element.naturalHeight };
  return element.getBoundingClientRect();
};

/** A PNG of the whole picture or of the frame shown. @throws PictureError gone, not-shown, tainted */
export async function drawPicture(wanted: Wanted): Promise<Blob> {
  const element = findPicture(wanted);
  const { width, height } = sizeOf(element);
  const drawable = element instanceof HTMLImageElement || element instanceof HTMLVideoElement;
  if (!isShown(element) || width < 1 || height < 1) throw new PictureError('not-shown');
  if (!drawable) throw new PictureError('tainted');
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  canvas.getContext('2d')?.drawImage(element, 0, 0, canvas.width, canvas.height);
  try {
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch (cause) {
    throw new PictureError('tainted', undefined, { cause });
  }
}
