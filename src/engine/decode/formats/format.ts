import type { Bytes } from '../bytes.ts';
import { DecodeError } from '../errors.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size at which a picture has at most `pixels`, its shape kept. */
export function sizeWithin({ width, height }: Size, pixels: number): Size {
  const scale = Math.min(1, Math.sqrt(pixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

export interface Survey {
  /** Frames in the file, 1 for a still. */
  readonly frames: number;
  /** Times the decoder goes over the whole picture: the scans of a progressive JPEG. */
  readonly passes: number;
}

/** What is read of a file before a decoder sees it. All functions are linear in the file's length at worst. */
export interface Format {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/bmp';
  /** By magic bytes. */
  matches(file: Bytes): boolean;
  /** The size that the header claims, in pixels, before any rotation. */
  size(file: Bytes): Size;
  /** Walks the file's structure to its end. Throws DecodeError `truncated`, `inconsistent` or `damaged`. */
  survey(file: Bytes, canvas: Size): Survey;
}

export interface Rectangle extends Size {
  readonly x: number;
  readonly y: number;
}

/** A frame that reaches outside its picture makes decoders allocate what the header did not announce. */
export function checkFrame({ x, y, width, height }: Rectangle, canvas: Size, frame: number): void {
  if (x + width <= canvas.width && y + height <= canvas.height) return;
  throw new DecodeError(
    'inconsistent',
    `The picture contradicts itself: it claims to be ${canvas.width}×${canvas.height}, but its frame ${frame + 1} ` +
      `is ${width}×${height} at ${x}, ${y}. Save it anew in an editor.`,
  );
}
