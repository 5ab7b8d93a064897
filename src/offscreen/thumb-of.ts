import { drawThumb } from '../library/thumbnail.ts';

/** The small picture for views of many; without one a view draws it later, so a failure is no reason to stop. */
export async function thumbOf(picture: Blob | ImageBitmap): Promise<Blob | undefined> {
  try {
    return await drawThumb(picture);
  } catch (error) {
    console.warn('Gurn: a thumbnail could not be drawn', error);
    return undefined;
  }
}
