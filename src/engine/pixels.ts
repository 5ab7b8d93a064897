/** Pixels in memory, and pictures of which parts can be had. Reading all of a camera's frame costs ten times a face's part. */
import type { Box } from './types.ts';

/** As canvases give them: RGBA, rows from the top. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of a picture's pixels, and where in the picture its first pixel lies. */
export interface Part extends Pixels {
  readonly left: number;
  readonly top: number;
}

export interface Readable {
  readonly width: number;
  readonly height: number;
  /** A part that holds at least what the picture has of `box`. */
  part(box: Box): Part;
}

/** Pixels that are all there. */
export function readable(pixels: Pixels): Readable {
  const part: Part = { ...pixels, left: 0, top: 0 };
  return { width: pixels.width, height: pixels.height, part: () => part };
}

/** What a picture has of `box`, in whole pixels: `width` and `height` are 0 where it has nothing. */
export function clipped(box: Box, picture: { readonly width: number; readonly height: number }): Box {
  const x = Math.min(picture.width, Math.max(0, Math.floor(box.x)));
  const y = Math.min(picture.height, Math.max(0, Math.floor(box.y)));
  const right = Math.max(x, Math.min(picture.width, Math.ceil(box.x + box.width)));
  const bottom = Math.max(y, Math.min(picture.height, Math.ceil(box.y + box.height)));
  const [width, height] = [right - x, bottom - y];
  return width > 0 && height > 0 ? { x, y, width, height } : { x, y, width: 0, height: 0 };
}

export function covers({ left, top, width, height }: Part, box: Box): boolean {
  return box.x >= left && box.y >= top && box.x + box.width <= left + width && box.y + box.height <= top + height;
}
