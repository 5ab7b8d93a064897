const SIZE = 112;

/** How many drawn crops there are. */
export const DRAWN_CROPS = 6;

interface Painter {
  ellipse(cx: number, cy: number, rx: number, ry: number, colour: readonly number[]): void;
}

function pattern(k: number, u: number, v: number, channel: number): number {
  return (u * (k + 2) + v * (7 + k) + Math.floor((u * v) / 16) * (channel + 1)) & 255;
}

function painter(pixels: Float32Array): Painter {
  return {
    ellipse(cx, cy, rx, ry, colour) {
      for (let v = 0; v < SIZE; v++) {
        for (let u = 0; u < SIZE; u++) {
          const inside = ((u - cx) * ry) ** 2 + ((v - cy) * rx) ** 2 <= (rx * ry) ** 2;
          if (inside) pixels.set(colour, (v * SIZE + u) * 3);
        }
      }
    },
  };
}

function paintFace(pixels: Float32Array, k: number): void {
  const background = [40 + 30 * k, 90, 200 - 20 * k].map((value) => value & 255);
  for (let i = 0; i < SIZE * SIZE; i++) pixels.set(background, i * 3);
  const paint = painter(pixels);
  paint.ellipse(56, 60, 42, 50, [235, 190 - 10 * k, 150]);
  for (const x of [38, 74]) {
    paint.ellipse(x, 40, 7, 5 + k, [250, 250, 250]);
    paint.ellipse(x, 41, 3, 3, [30, 20, 20]);
    paint.ellipse(x, 28 - k, 9, 2, [80, 50, 30]);
  }
  paint.ellipse(56, 61, 4, 6, [215, 160, 130]);
  paint.ellipse(56, 82, 16, 3 + 2 * k, [150, 30, 40]);
}

/**
 * Drawn crop `k` as RGB values 0…255, 112 × 112 × 3: a cartoon face for even `k`, a busy pattern for odd `k`.
 * The twin of training/drawn.py, so that vectors computed there can be checked here without storing pictures.
 */
export function drawnCrop(k: number): Float32Array {
  const pixels = new Float32Array(SIZE * SIZE * 3);
  if (k % 2 === 0) {
    paintFace(pixels, k);
    return pixels;
  }
  for (let v = 0; v < SIZE; v++) {
    for (let u = 0; u < SIZE; u++) {
      for (let channel = 0; channel < 3; channel++) {
        pixels[(v * SIZE + u) * 3 + channel] = pattern(k, u, v, channel);
      }
    }
  }
  return pixels;
}
