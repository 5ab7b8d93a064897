import { describe, expect, it } from 'vitest';
import { alignFace, CROP_SIZE, type Crop } from '../../../src/engine/aligner.ts';
import { clipped, type Pixels, type Readable, readable } from '../../../src/engine/pixels.ts';
import type { Point } from '../../../src/engine/types.ts';

type Rgba = readonly [number, number, number, number];

function picture(width: number, height: number, colour: (x: number, y: number) => Rgba): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set(colour(x, y), (y * width + x) * 4);
  return { data, width, height };
}

/** Keypoints that lie where the crop wants them, in a picture that the crop shows `scale` times smaller from (x, y) on. */
function keypointsAt(x: number, y: number, scale: number): Point[] {
  const targets = [
    [38.08, 40.32],
    [73.92, 40.32],
    [56, 61.04],
    [56, 81.76],
  ] as const;
  return targets.map(([u, v]) => [x + u * scale, y + v * scale]);
}

const pixel = (crop: Crop, u: number, v: number): number[] => [
  ...crop.subarray((v * CROP_SIZE + u) * 3).subarray(0, 3),
];

const nine = [0, 1, 2].flatMap((dx) => [0, 1, 2].map((dy) => [dx, dy] as const));

const allPixels = (): (readonly [number, number])[] =>
  Array.from({ length: CROP_SIZE ** 2 }, (_, i) => [i % CROP_SIZE, Math.floor(i / CROP_SIZE)] as const);

describe('aligner', () => {
  it('copies pixels when the keypoints lie at their targets already', () => {
    const source = picture(112, 112, (x, y) => [x * 2, y * 2, (x * y) % 256, 255]);
    const crop = alignFace(source, keypointsAt(0, 0, 1));
    for (const [u, v] of [
      [0, 0],
      [111, 111],
      [17, 90],
    ] as const) {
      expect(pixel(crop, u, v)).toEqual([u * 2, v * 2, (u * v) % 256]);
    }
  });

  it('shifts by whole pixels and is mid grey, rounded half up, outside the picture', () => {
    const source = picture(200, 200, (x, y) => [x, y, 7, 255]);
    const crop = alignFace(source, keypointsAt(-20, 130, 1));
    expect(pixel(crop, 25, 10)).toEqual([5, 140, 7]);
    expect(pixel(crop, 10, 10)).toEqual([128, 128, 128]);
    expect(pixel(crop, 60, 100)).toEqual([128, 128, 128]);
  });

  it('turns a tilted face upright', () => {
    const turned = keypointsAt(0, 0, 1).map(([x, y]): Point => [112 - y, x]);
    const source = picture(112, 112, (x, y) => [x * 2, y * 2, 0, 255]);
    const crop = alignFace(source, turned);
    expect(pixel(crop, 30, 80)).toEqual([(111 - 80) * 2, 30 * 2, 0]);
  });

  it('never mirrors, even when left and right are exchanged', () => {
    const source = picture(112, 112, (x, y) => [x * 2, y * 2, 0, 255]);
    const [right, left, nose, mouth] = keypointsAt(0, 0, 1);
    if (!right || !left || !nose || !mouth) throw new Error('four keypoints');
    const crop = alignFace(source, [left, right, nose, mouth]);
    // The colours say where in the source a crop pixel lies: to the right and down must stay a right turn.
    const [x = 0, y = 0] = pixel(crop, 56, 56);
    const [xRight = 0, yRight = 0] = pixel(crop, 60, 56);
    const [xDown = 0, yDown = 0] = pixel(crop, 56, 60);
    expect((xRight - x) * (yDown - y) - (yRight - y) * (xDown - x)).toBeGreaterThan(0);
  });

  it('averages whole blocks when it shrinks, so that a fine checkerboard turns grey', () => {
    const source = picture(448, 448, (x, y) => ((x + y) % 2 === 0 ? [255, 0, 100, 255] : [0, 255, 100, 255]));
    const crop = alignFace(source, keypointsAt(0, 0, 4));
    expect(pixel(crop, 56, 56)).toEqual([128, 128, 100]);
  });

  it('samples between pixels when it enlarges', () => {
    const source = picture(56, 56, (x) => [x * 4, 0, 0, 255]);
    const crop = alignFace(source, keypointsAt(0, 0, 0.5));
    // Crop pixel 21's centre, 21.5, lies at 10.75 of the source: a quarter of the way from pixel 10 (40) to 11 (44).
    expect(pixel(crop, 21, 50)).toEqual([41, 0, 0]);
  });

  it('averages the partial last column over the pixels it has', () => {
    const source = picture(113, 200, (x) => (x === 112 ? [250, 250, 250, 255] : [10, 10, 10, 255]));
    const crop = alignFace(source, keypointsAt(0, 0, 2));
    expect(pixel(crop, 56, 20)).toEqual([250, 250, 250]);
    expect(pixel(crop, 55, 20)).toEqual([10, 10, 10]);
    expect(pixel(crop, 57, 20)).toEqual([128, 128, 128]);
  });

  it('lays transparent pixels on grey', () => {
    const source = picture(112, 112, (x) => [255, 255, 255, x < 56 ? 0 : 51]);
    const crop = alignFace(source, keypointsAt(0, 0, 1));
    expect(pixel(crop, 20, 20)).toEqual([128, 128, 128]);
    expect(pixel(crop, 90, 20)).toEqual([153, 153, 153]);
  });

  it.each([0.5, 1, 3])('cuts the same from a part of the picture as from the whole, %f pixels to one', (scale) => {
    const source = picture(300, 200, (x, y) => [(x * 37) % 256, (y * 91) % 256, (x * y) % 256, 255]);
    const parts: Readable = {
      width: 300,
      height: 200,
      part(box) {
        const { x, y, width, height } = clipped(box, source);
        const rows = Array.from({ length: height }, (_, row) => {
          const from = ((y + row) * 300 + x) * 4;
          return [...source.data.subarray(from, from + width * 4)];
        });
        return { data: Uint8ClampedArray.from(rows.flat()), width, height, left: x, top: y };
      },
    };
    for (const [x, y] of [
      [40, 30],
      [-30, 120],
      [500, 500],
    ] as const) {
      const keypoints = keypointsAt(x, y, scale);
      expect(alignFace(parts, keypoints)).toEqual(alignFace(readable(source), keypoints));
    }
  });

  it.each([255, 254])('means a block of solid, half clear and clear pixels alike (solid: %i)', (solid) => {
    const rgba = (x: number, y: number): Rgba => {
      const alpha = [solid, 128, solid, 0, 77][(x * 7 + y * 3) % 5] ?? 0;
      return [(x * 37 + y * 11) % 256, (x * 5 + y * 91) % 256, (x * x + y) % 256, alpha];
    };
    const crop = alignFace(picture(336, 336, rgba), keypointsAt(0, 0, 3));
    let worst = 0;
    for (const [u, v] of allPixels()) {
      const block = nine.map(([dx, dy]) => rgba(u * 3 + dx, v * 3 + dy));
      for (const [channel, value] of pixel(crop, u, v).entries()) {
        const mean =
          block.reduce((sum, one) => sum + 127.5 + ((one[channel] ?? 0) - 127.5) * ((one[3] ?? 0) / 255), 0) / 9;
        worst = Math.max(worst, Math.abs(value - mean));
      }
    }
    // A whole number is half a step from its mean at most; what lies just there may go either way.
    expect(worst).toBeLessThan(0.5001);
  });

  it.each([
    [
      'in one place',
      [
        [5, 5],
        [5, 5],
        [5, 5],
        [5, 5],
      ],
    ],
    [
      'not numbers',
      [
        [Number.NaN, 5],
        [6, 5],
        [5, 6],
        [5, 7],
      ],
    ],
    [
      'too few',
      [
        [1, 1],
        [2, 2],
      ],
    ],
  ] as const)('refuses keypoints that are %s', (_, keypoints) => {
    const source = picture(10, 10, () => [0, 0, 0, 255]);
    expect(() => alignFace(source, keypoints)).toThrow(expect.objectContaining({ code: 'degenerate-keypoints' }));
  });
});
