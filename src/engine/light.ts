import type { Crop } from './aligner.ts';
import type { Readable } from './pixels.ts';

/** Mean luma (0 to 255) below which a face cannot be read: a lit face has 80 to 180, one lit by a screen about 50. */
const DARK = 40;

/** Whether `pixels` (`channels` values a pixel, the first three RGB) are too dark to see an expression in. */
function isDark(pixels: Uint8ClampedArray | Crop, channels: number): boolean {
  // Every 16th pixel tells the mean well enough.
  const step = channels * 16;
  let sum = 0;
  let count = 0;
  for (let i = 0; i + 2 < pixels.length; i += step) {
    // ITU-R BT.601 luma.
    sum += 0.299 * (pixels[i] ?? 0) + 0.587 * (pixels[i + 1] ?? 0) + 0.114 * (pixels[i + 2] ?? 0);
    count++;
  }
  return sum < DARK * count;
}

/** The light on the face where there is one, else in the frame. */
export function lightOf(frame: Readable, face: Crop | undefined): 'ok' | 'dark' {
  return (face ? isDark(face, 3) : isDark(frame.part({ x: 0, y: 0, ...sizeOf(frame) }).data, 4)) ? 'dark' : 'ok';
}

const sizeOf = ({ width, height }: Readable) => ({ width, height });
