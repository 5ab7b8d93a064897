import { describe, expect, it } from 'vitest';
import { gridOf, stirs } from '../../../src/offscreen/grid.ts';

const plane = { width: 640, height: 480, stride: 704 };

/** Noise as a webcam's: about normal, with a deviation of 4 levels. Always the same for a seed. */
function noise(seed: number): () => number {
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (random() + random() + random() - 1.5) * 8;
}

/** A grey picture with a ramp; `patch` is drawn darker by 40 levels. */
function picture(seed: number, patch = { x: 0, y: 0, width: 0, height: 0 }): Uint8Array {
  const grain = noise(seed);
  const bytes = new Uint8Array(plane.stride * plane.height);
  for (let y = 0; y < plane.height; y++) {
    for (let x = 0; x < plane.width; x++) {
      const inside = x >= patch.x && x < patch.x + patch.width && y >= patch.y && y < patch.y + patch.height;
      bytes[y * plane.stride + x] = 60 + x / 8 + grain() + (inside ? -40 : 0);
    }
  }
  return bytes;
}

const grid = (...args: Parameters<typeof picture>) => gridOf(picture(...args), plane);

describe('what stirs before the camera', () => {
  it("is not the camera's noise", () => {
    const first = grid(1);
    for (let seed = 2; seed < 12; seed++) expect(stirs(first, grid(seed))).toBe(false);
  });

  it('is a mouth that opens', () => {
    expect(stirs(grid(1), grid(2, { x: 280, y: 300, width: 80, height: 40 }))).toBe(true);
  });

  it('is a slow drift, once it has gone far enough from the frame that was shown', () => {
    const first = gridOf(new Uint8Array(plane.stride * plane.height).fill(100), plane);
    const at = (level: number) => gridOf(new Uint8Array(plane.stride * plane.height).fill(level), plane);
    expect(stirs(first, at(104))).toBe(false);
    expect(stirs(first, at(110))).toBe(true);
  });

  it('is found in a format of several bytes a pixel too', () => {
    const rgba = { width: 64, height: 48, stride: 256 };
    const dark = new Uint8Array(rgba.stride * rgba.height);
    const half = dark.slice().fill(200, dark.length / 2);
    expect(stirs(gridOf(dark, rgba), gridOf(half, rgba))).toBe(true);
    expect(
      gridOf(half, rgba)
        .slice(-32)
        .every((value) => value === 200),
    ).toBe(true);
  });
});
