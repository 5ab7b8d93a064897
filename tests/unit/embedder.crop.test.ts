import { describe, expect, it } from 'vitest';
import { alignFace, CROP_SIZE } from '../../src/engine/aligner.ts';
import type { Pixels } from '../../src/engine/pixels.ts';
import type { Point } from '../../src/engine/types.ts';
import cases from './embedder.crops.json';

/** As training/fixtures.py samples its crops. */
const STEP = 7;

/** The same pattern as in training/fixtures.py, as a canvas would give it. */
function picture(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = [x * 3 + y, x + y * 2 + Math.floor((x * y) / 64), Math.floor((x * x) / 16) + y * 5];
      data.set([...colour.map((value) => value & 255), 255], (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

function sampled(crop: Uint8Array): number[] {
  const values: number[] = [];
  for (let v = 0; v < CROP_SIZE; v += STEP) {
    for (let u = 0; u < CROP_SIZE; u += STEP) values.push(...crop.subarray((v * CROP_SIZE + u) * 3).subarray(0, 3));
  }
  return values;
}

describe('the crop the embedder was trained on is the crop the product makes', () => {
  for (const { width, height, keypoints, pixels } of cases) {
    it(`from a picture of ${width}×${height}, to the pixel`, () => {
      const ours = sampled(
        alignFace(
          picture(width, height),
          keypoints.map(([x = 0, y = 0]): Point => [x, y]),
        ),
      );
      const off = ours.map((value, i) => Math.abs(value - (pixels[i] ?? Number.NaN)));
      // a sample that falls on a half may round either way, as one side computes with 32 bits
      expect(Math.max(...off)).toBeLessThanOrEqual(1);
      expect(off.filter((difference) => difference > 0).length).toBeLessThanOrEqual(2);
    });
  }
});
