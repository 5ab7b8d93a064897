/** A square look at a picture: some part of it, perhaps turned, at the size that a detector sees. */
import { apply, type Similarity } from './similarity.ts';
import type { Box, Point } from './types.ts';

/** What drawImage takes, with its size in pixels. */
export interface Picture {
  readonly image: ImageBitmap | OffscreenCanvas;
  readonly width: number;
  readonly height: number;
}

export interface View {
  /** The middle, in the picture's pixels. */
  readonly centre: Point;
  /** The picture's pixels that a side spans. What lies outside the picture is grey. */
  readonly side: number;
  /** How far the picture is turned before it is looked at, clockwise: a head tilted by −30° is upright at 30. */
  readonly degrees: number;
}

/** The whole picture; with `margin` 1.5, half as much again around it. */
export function wholeView({ width, height }: Picture, margin = 1, degrees = 0): View {
  return { centre: [width / 2, height / 2], side: Math.max(width, height) * margin, degrees };
}

/** A closer look: `box` in the middle of a view `room` times as wide. */
export function viewAround({ x, y, width, height }: Box, room: number): View {
  return { centre: [x + width / 2, y + height / 2], side: width * room, degrees: 0 };
}

/** How much of a tile its neighbour sees too, at least: a face on the seam is whole in one of them. */
const TILE_OVERLAP = 0.3;

/** Where tiles of `side` begin so that they cover `length`. */
function tileStarts(length: number, side: number): number[] {
  if (side >= length) return [(length - side) / 2];
  const steps = Math.ceil((length - side) / (side * (1 - TILE_OVERLAP)));
  return Array.from({ length: steps + 1 }, (_, i) => (i * (length - side)) / steps);
}

/** Upright views of `side` that cover the picture. */
export function tileViews({ width, height }: Picture, side: number): View[] {
  const half = side / 2;
  const columns = tileStarts(width, side);
  return tileStarts(height, side).flatMap((top) =>
    columns.map((left): View => ({ centre: [left + half, top + half], side, degrees: 0 })),
  );
}

const canvases = new Map<number, OffscreenCanvasRenderingContext2D>();

function contextOf(size: number): OffscreenCanvasRenderingContext2D {
  const known = canvases.get(size);
  if (known) return known;
  // Kept out of the GPU: the detector reads every pixel back.
  const context = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true, alpha: false });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  canvases.set(size, context);
  return context;
}

/** `view` at `size` pixels a side. */
export function drawView(picture: Picture, view: View, size: number): ImageData {
  const context = contextOf(size);
  const scale = size / view.side;
  context.resetTransform();
  context.fillStyle = '#808080';
  context.fillRect(0, 0, size, size);
  context.imageSmoothingQuality = 'high';
  context.translate(size / 2, size / 2);
  context.rotate((view.degrees * Math.PI) / 180);
  context.scale(scale, scale);
  context.translate(-view.centre[0], -view.centre[1]);
  context.drawImage(picture.image, 0, 0);
  return context.getImageData(0, 0, size, size);
}

/** Carries a point of the view, given as parts of its side from the top left, back into the picture. */
export function fromView({ centre, side, degrees }: View, [x, y]: Point): Point {
  const turn = (-degrees * Math.PI) / 180;
  const back: Similarity = { a: Math.cos(turn) * side, b: Math.sin(turn) * side, tx: centre[0], ty: centre[1] };
  return apply(back, [x - 0.5, y - 0.5]);
}
