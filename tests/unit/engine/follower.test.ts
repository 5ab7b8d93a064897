import { describe, expect, it } from 'vitest';
import { Follower } from '../../../src/engine/follower.ts';
import { type Pixels, readable } from '../../../src/engine/pixels.ts';
import { apply, invert, type Similarity } from '../../../src/engine/similarity.ts';
import type { Detection, Point } from '../../../src/engine/types.ts';

/** Something with light and dark parts of many sizes, no part like another. */
const brightness = ([x, y]: Point): number =>
  128 + 40 * Math.sin(x / 9 + y / 31) + 40 * Math.cos(y / 13 - x / 40) + 20 * Math.sin((x * y) / 900);

/** A picture of 320×240 that shows `scene` as `by` moves it. */
function shown(by: Similarity, scene: (place: Point) => number = brightness): Pixels {
  const [width, height] = [320, 240];
  const back = invert(by);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    data.fill(scene(apply(back, [i % width, Math.floor(i / width)])), i * 4, i * 4 + 3);
  }
  return { data, width, height };
}

const STILL: Similarity = { a: 1, b: 0, tx: 0, ty: 0 };
const keypoints: Point[] = [
  [140, 100],
  [180, 100],
  [160, 122],
  [160, 144],
  [120, 105],
  [200, 105],
];
const face: Detection = { box: { x: 110, y: 70, width: 100, height: 100 }, score: 0.9, keypoints };

function followed(picture: Pixels, from: Pixels = shown(STILL), finds: readonly Detection[] = [face]) {
  const follower = new Follower();
  follower.keep(readable(from), finds);
  return follower.follow(readable(picture));
}

describe('following a face', () => {
  it.each([
    ['holds still', STILL],
    ['moves aside', { ...STILL, tx: 6, ty: -4 }],
    ['comes nearer', { a: 1.04, b: 0, tx: -6, ty: -4 }],
    ['tilts', { a: Math.cos(0.05), b: Math.sin(0.05), tx: 5, ty: -7 }],
  ])('finds it to half a pixel when it %s', (_, by) => {
    const found = followed(shown(by));
    for (const [i, point] of keypoints.entries()) {
      const [x, y] = apply(by, point);
      expect(Math.abs((found?.keypoints[i]?.[0] ?? Number.NaN) - x)).toBeLessThan(0.5);
      expect(Math.abs((found?.keypoints[i]?.[1] ?? Number.NaN) - y)).toBeLessThan(0.5);
    }
    expect(found?.box.width).toBeCloseTo(100 * Math.hypot(by.a, by.b), 0);
    expect(found?.score).toBe(0.9);
  });

  it('does not mind another light', () => {
    expect(followed(shown(STILL, (place) => 0.6 * brightness(place) + 30))).toBeDefined();
  });

  it.each([
    ['something else is there', shown(STILL, ([x, y]) => 128 + 60 * Math.sin(x / 5) * Math.cos(y / 17))],
    ['a part of it has changed', shown(STILL, ([x, y]) => (y > 125 && y < 150 ? 20 : brightness([x, y])))],
    ['it has jumped', shown({ ...STILL, tx: 60 })],
    ['it is dark', shown(STILL, () => 3)],
  ])('asks the detector when %s', (_, picture) => {
    expect(followed(picture)).toBeUndefined();
  });

  it('asks the detector every fourth time whatever it sees', () => {
    const follower = new Follower();
    const picture = readable(shown(STILL));
    follower.keep(picture, [face]);
    const looks = [1, 2, 3, 4].map(() => follower.follow(picture) !== undefined);
    expect(looks).toEqual([true, true, true, false]);
  });

  it('follows nobody in a crowd, nobody where there was nobody, and nobody it was told to forget', () => {
    const picture = shown(STILL);
    expect(followed(picture, picture, [face, face])).toBeUndefined();
    expect(followed(picture, picture, [])).toBeUndefined();
    const follower = new Follower();
    follower.keep(readable(picture), [face]);
    follower.forget();
    expect(follower.follow(readable(picture))).toBeUndefined();
  });

  it('follows a face that reaches over the edge of the picture', () => {
    const shift = { ...STILL, tx: -135 };
    const nearEdge = { ...face, keypoints: keypoints.map((point) => apply(shift, point)) };
    const found = followed(shown({ ...shift, tx: -138 }), shown(shift), [nearEdge]);
    expect(found?.keypoints[0]?.[0]).toBeCloseTo(2, 0);
  });
});
