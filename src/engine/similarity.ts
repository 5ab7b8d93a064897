import { EngineError } from './errors.ts';
import type { Point } from './types.ts';

/** (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty): scale, rotation and shift; never a reflection. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

function mean(points: readonly Point[]): Point {
  let x = 0;
  let y = 0;
  for (const point of points) {
    x += point[0];
    y += point[1];
  }
  return [x / points.length, y / points.length];
}

/** Below this the points lie in one place: no scale or rotation follows from them. Square pixels. */
const LEAST_SPREAD = 1e-9;

/**
 * The similarity that carries `from` onto `to` with the least sum of squared distances
 * (Umeyama 1991, without reflection; in two dimensions it has this closed form).
 * @throws EngineError `degenerate-keypoints` when the points lie in one place or are not finite.
 */
export function fitSimilarity(from: readonly Point[], to: readonly Point[]): Similarity {
  const source = mean(from);
  const target = mean(to);
  let spread = 0;
  let along = 0;
  let across = 0;
  for (const [i, point] of from.entries()) {
    const goal = to[i] ?? target;
    const x = point[0] - source[0];
    const y = point[1] - source[1];
    const u = goal[0] - target[0];
    const v = goal[1] - target[1];
    spread += x * x + y * y;
    along += x * u + y * v;
    across += x * v - y * u;
  }
  if (!(spread > LEAST_SPREAD) || !Number.isFinite(spread) || along * along + across * across < 1e-12) {
    throw new EngineError('degenerate-keypoints', 'The keypoints do not span a face.');
  }
  const a = along / spread;
  const b = across / spread;
  return { a, b, tx: target[0] - a * source[0] + b * source[1], ty: target[1] - b * source[0] - a * source[1] };
}

/** The similarity that undoes `s`. */
export function invert({ a, b, tx, ty }: Similarity): Similarity {
  const square = a * a + b * b;
  return { a: a / square, b: -b / square, tx: -(a * tx + b * ty) / square, ty: (b * tx - a * ty) / square };
}

export function apply({ a, b, tx, ty }: Similarity, [x, y]: Point): Point {
  return [a * x - b * y + tx, b * x + a * y + ty];
}

/** First `inner`, then `outer`. */
export const compose = (outer: Similarity, inner: Similarity): Similarity => ({
  a: outer.a * inner.a - outer.b * inner.b,
  b: outer.b * inner.a + outer.a * inner.b,
  tx: outer.a * inner.tx - outer.b * inner.ty + outer.tx,
  ty: outer.b * inner.tx + outer.a * inner.ty + outer.ty,
});
