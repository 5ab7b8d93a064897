/** Draws camera frames and the outline of the face. Mirroring is the style sheet's: picture and outline stay together. */

import type { LiveView } from './live-view.ts';
import { cover, type Ellipse, glide, outlineOf } from './outline.ts';

/** Of the way to the face's new place in each painted frame: soft, and there in about 100 ms. */
const GLIDE = 0.45;

/**
 * Returns the function that draws one frame: into the large canvas while the matches follow the face, into the small
 * one while they are frozen, so that the frozen picture stays and the live one can still be seen.
 */
export function createPainter(
  main: HTMLCanvasElement,
  inset: HTMLCanvasElement,
  live: Pick<LiveView, 'result' | 'hold' | 'frozen' | 'caught'>,
): (bitmap: ImageBitmap) => void {
  let outline: Ellipse | null = null;
  let drawn = -1;
  return (bitmap) => {
    const face = live.result.value?.face;
    outline = glide(outline, face ? outlineOf(face) : null, GLIDE);
    if (live.frozen.value) paint(inset, bitmap, outline, live.hold.value.ring);
    if (live.frozen.value && live.caught.value === drawn) return;
    drawn = live.caught.value;
    paint(main, bitmap, outline, live.hold.value.ring);
  };
}

function paint(canvas: HTMLCanvasElement, bitmap: ImageBitmap, outline: Ellipse | null, ring: number): void {
  const context = sized(canvas);
  if (!context) return;
  const { scale, dx, dy } = cover(bitmap, canvas);
  context.setTransform(scale, 0, 0, scale, dx, dy);
  context.drawImage(bitmap, 0, 0);
  if (outline) trace(context, outline, ring, canvas.width / 400 / scale);
}

/** Keeps the canvas as fine as the screen: its size in device pixels. */
function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const width = Math.round(canvas.clientWidth * devicePixelRatio);
  const height = Math.round(canvas.clientHeight * devicePixelRatio);
  if (width === 0 || height === 0) return null;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return canvas.getContext('2d');
}

/** The soft outline; while an expression is being held, the ring that fills along it. `unit`: one point on the canvas. */
function trace(context: CanvasRenderingContext2D, face: Ellipse, ring: number, unit: number): void {
  const along = (share: number) => {
    context.beginPath();
    context.ellipse(face.x, face.y, face.rx, face.ry, face.tilt, -Math.PI / 2, -Math.PI / 2 + share * 2 * Math.PI);
    context.stroke();
  };
  context.lineCap = 'round';
  context.strokeStyle = 'rgb(255 255 255 / 30%)';
  context.lineWidth = 9 * unit;
  along(1);
  context.strokeStyle = 'rgb(255 255 255 / 90%)';
  context.lineWidth = 2.5 * unit;
  along(1);
  if (ring <= 0) return;
  context.strokeStyle = '#ff7a2f';
  context.lineWidth = 7 * unit;
  along(ring);
}
