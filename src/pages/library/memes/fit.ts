/** Where a picture lies in a frame that shows the whole of it (`object-fit: contain`). */
import type { Face, Meme } from '../../../library/index.ts';

/** Parts of the frame's width and height, 0 to 1. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A box of the picture's pixels, as parts of the frame.
 * @param ratio the frame's width by its height
 */
export function placeIn(
  { width, height }: Pick<Meme, 'width' | 'height'>,
  [x, y, w, h]: NonNullable<Face['box']>,
  ratio = 1,
): Place {
  const wide = width / height > ratio;
  const shown = wide ? { width: 1, height: (ratio * height) / width } : { width: width / height / ratio, height: 1 };
  return {
    left: (1 - shown.width) / 2 + (x / width) * shown.width,
    top: (1 - shown.height) / 2 + (y / height) * shown.height,
    width: (w / width) * shown.width,
    height: (h / height) * shown.height,
  };
}
