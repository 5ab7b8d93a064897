import { describe, expect, it } from 'vitest';
import { findFaces } from '../../../src/engine/imageSearch.ts';
import type { Detection } from '../../../src/engine/types.ts';
import type { Picture, View } from '../../../src/engine/view.ts';

const picture = { width: 480, height: 360 } as Picture;
const SIZE = 120;
/** The scores are told, and the picture is not looked at. */
interface Told {
  /** Of the look at the whole picture. */
  readonly whole?: number;
  /** Of closer looks, by how many times wider than the face they are. */
  readonly closer?: Readonly<Record<number, number>>;
  /** Pixels that closer looks put eyes, nose and mouth to the right of where they were. */
  readonly off?: number;
}

const at = (x: number, score: number): Detection => ({
  box: { x, y: 100, width: SIZE, height: SIZE },
  score,
  keypoints: [
    [x + 40, 140],
    [x + 80, 140],
    [x + 60, 165],
    [x + 60, 190],
  ],
});

/** A detector that sees faces at `x` as it is told. */
const detector = (...told: readonly (Told & { readonly x: number })[]) => ({
  detect(_: Picture, { side, centre }: View): Detection[] {
    return told.flatMap(({ x, whole, closer, off = 0 }) => {
      if (side === 480) return whole === undefined ? [] : [at(x, whole)];
      const score = centre[0] === x + SIZE / 2 ? closer?.[side / SIZE] : undefined;
      return score === undefined ? [] : [at(x + off, score)];
    });
  },
});

const search = (short: Told, full: Told = {}) =>
  findFaces({ short: detector({ x: 50, ...short }), full: detector({ x: 50, ...full }) }, picture);

describe('a find that is not sure', () => {
  it('is no face when closer looks see nothing', () => {
    expect(search({ whole: 0.6 }).faces).toEqual([]);
  });

  it('is a face when the other detector sees it too, without a closer look', () => {
    const { faces, looks } = search({ whole: 0.6 }, { whole: 0.52 });
    expect(faces).toEqual([at(50, 0.6)]);
    expect(looks).toBe(2);
  });

  it('is a face when it stays in its place from near and from far', () => {
    const { faces, looks } = search({ whole: 0.6, closer: { 1.5: 0.4, 3: 0.4 }, off: 20 });
    expect(faces).toEqual([at(50, 0.6)]);
    expect(looks).toBe(4);
  });

  it('is none when its eyes are somewhere else in each look', () => {
    expect(search({ whole: 0.6, closer: { 1.5: 0.6, 3: 0.6 }, off: 30 }).faces).toEqual([]);
  });

  it('is a face when both detectors are sure enough of it from farther away', () => {
    const closer = { whole: 0.6, closer: { 3: 0.6 }, off: 30 };
    expect(search(closer, { closer: { 2.5: 0.45 } }).faces).toEqual([at(50, 0.6)]);
    expect(search(closer, { closer: { 2.5: 0.35, 3: 0.3 } }).faces).toEqual([]);
  });

  it('is not worth a closer look beside a face', () => {
    const seen = { closer: { 1.5: 0.6, 3: 0.6 } };
    const short = detector({ x: 50, whole: 0.75 }, { x: 300, whole: 0.6, ...seen });
    const { faces, looks } = findFaces({ short, full: detector() }, picture);
    expect(faces).toEqual([at(50, 0.75)]);
    expect(looks).toBe(2);
  });
});

it('a face that is sure needs no closer look', () => {
  expect(search({ whole: 0.7 })).toEqual({ faces: [at(50, 0.7)], looks: 2 });
  expect(search({ whole: 0.85 })).toEqual({ faces: [at(50, 0.85)], looks: 1 });
});
