import { describe, expect, it } from 'vitest';
import { createLocator, eased } from '../../../src/pages/library/map/you.ts';
import type { LiveResult } from '../../../src/ui/live.ts';

const chart = {
  keys: Uint32Array.of(1, 2, 3, 4),
  memes: ['a', 'b', 'b', 'b'],
  frames: Uint16Array.of(0, 0, 0, 6),
  worn: new Uint16Array(4),
  points: Float32Array.of(0, 0, 10, 0, -10, 0, 50, 50),
  names: Float32Array.of(8, 1, -9, 1),
};
const locate = createLocator(chart, ['grin', 'frown']);

function result(matches: { meme: string; frame: number; distance: number }[], name = 'grin'): LiveResult {
  return {
    frame: 1,
    size: { width: 640, height: 480 },
    faces: 1,
    face: { box: { x: 0, y: 0, width: 1, height: 1 }, keypoints: [], score: 1 },
    light: 'ok',
    expressions: [{ name, likeness: 0.5 }],
    heldMs: 0,
    matches: matches.map((match) => ({ ...match, closeness: 90 })),
    timings: { detect: 0, align: 0, embed: 0, match: 0, total: 0 },
  };
}

describe('the dot of the camera’s face', () => {
  it('is where its only match is', () => {
    expect(locate(result([{ meme: 'a', frame: 0, distance: 0.4 }]))).toEqual([0, 0]);
  });

  it('means the face of the matching frame', () => {
    expect(locate(result([{ meme: 'b', frame: 6, distance: 0.4 }]))).toEqual([50, 50]);
  });

  it('means, of several faces in one picture, the one that wears what the camera sees', () => {
    expect(locate(result([{ meme: 'b', frame: 0, distance: 0.4 }]))).toEqual([10, 0]);
    expect(locate(result([{ meme: 'b', frame: 0, distance: 0.4 }], 'frown'))).toEqual([-10, 0]);
  });

  it('lies between its matches, nearer to the closer one', () => {
    const [x] =
      locate(
        result([
          { meme: 'a', frame: 0, distance: 0.8 },
          { meme: 'b', frame: 0, distance: 0.5 },
        ]),
      ) ?? [];
    expect(x).toBeGreaterThan(5);
    expect(x).toBeLessThan(10);
  });

  it('is at its expressions when no match is on the map, and nowhere without a face', () => {
    expect(locate(result([{ meme: 'unknown', frame: 0, distance: 0.5 }]))).toEqual([8, 1]);
    expect(locate({ ...result([]), face: null })).toBeUndefined();
  });

  it('comes to a new place smoothly', () => {
    expect(eased(undefined, [4, 4], 16)).toEqual([4, 4]);
    const [x] = eased([0, 0], [10, 0], 16);
    expect(x).toBeGreaterThan(0.3);
    expect(x).toBeLessThan(3);
    expect(eased([0, 0], [10, 0], 2000)[0]).toBeCloseTo(10, 3);
  });
});
