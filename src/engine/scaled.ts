import type { Detection } from './types.ts';

/** `detection` in a picture `factor` times as large. */
export function scaled<T extends Detection>(detection: T, factor: number): T {
  const { box, keypoints } = detection;
  return {
    ...detection,
    box: { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor },
    keypoints: keypoints.map(([x, y]) => [x * factor, y * factor] as const),
  };
}
