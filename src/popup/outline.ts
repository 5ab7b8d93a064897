/** The soft outline of a face: an ellipse through what BlazeFace's box and six keypoints say. */
import type { LiveResult } from '../ui/live.ts';

export type SeenFace = NonNullable<LiveResult['face']>;

export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Radians, clockwise as the picture is drawn. */
  readonly tilt: number;
}

/** BlazeFace's box ends at the brow and just below the chin: the head is about this much taller, and upwards. */
const TALLER = 1.28;
const HIGHER = 0.1;

/** The outline in the frame's pixels. The eyes' line gives the tilt; without keypoints the ellipse stands upright. */
export function outlineOf({ box, keypoints }: SeenFace): Ellipse {
  const [rightEye, leftEye] = keypoints;
  const tilt = rightEye && leftEye ? Math.atan2(leftEye[1] - rightEye[1], leftEye[0] - rightEye[0]) : 0;
  const rx = box.width / 2;
  const ry = (box.height / 2) * TALLER;
  const up = box.height * HIGHER;
  const x = box.x + box.width / 2 + Math.sin(tilt) * up;
  const y = box.y + box.height / 2 - Math.cos(tilt) * up;
  return { x, y, rx, ry, tilt };
}

/** The ellipse, scaled and moved from a frame of `from` to a picture of `to` that it covers, its middle in the middle. */
export function cover(
  from: { width: number; height: number },
  to: { width: number; height: number },
): { scale: number; dx: number; dy: number } {
  const scale = Math.max(to.width / from.width, to.height / from.height);
  return { scale, dx: (to.width - from.width * scale) / 2, dy: (to.height - from.height * scale) / 2 };
}

/** Glides from one ellipse to the next: `share` of the way, 1 jumps. Null appears and goes without gliding. */
export function glide(from: Ellipse | null, to: Ellipse | null, share: number): Ellipse | null {
  if (!from || !to) return to;
  const between = (a: number, b: number): number => a + (b - a) * share;
  return {
    x: between(from.x, to.x),
    y: between(from.y, to.y),
    rx: between(from.rx, to.rx),
    ry: between(from.ry, to.ry),
    tilt: between(from.tilt, to.tilt),
  };
}
