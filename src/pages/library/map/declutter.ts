/** What has room on the screen: boxes are kept in their order as long as they overlap none that was kept. */

export interface Placed {
  /** Middle, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param taken room that is not to be had */
export function declutter<B extends Placed>(boxes: readonly B[], taken: readonly Placed[] = []): B[] {
  const kept: B[] = [];
  for (const box of boxes) if (![...taken, ...kept].some((other) => overlap(box, other))) kept.push(box);
  return kept;
}

const overlap = (a: Placed, b: Placed): boolean =>
  2 * Math.abs(a.x - b.x) < a.width + b.width && 2 * Math.abs(a.y - b.y) < a.height + b.height;
