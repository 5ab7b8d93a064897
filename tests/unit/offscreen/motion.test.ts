import { describe, expect, it } from 'vitest';
import type { Look } from '../../../src/engine/types.ts';
import { createMotionSense } from '../../../src/offscreen/motion.ts';

/** A face at `x`, 100 pixels wide, whose embedding points to `axis`. */
function look(x: number, axis: number, unsettled = false): Look {
  const embedding = new Float32Array(64);
  embedding[axis] = 1;
  return {
    width: 640,
    height: 480,
    faces: [{ box: { x, y: 100, width: 100, height: 100 }, score: 0.9, keypoints: [] }],
    embedding,
    rawEmbedding: embedding,
    expressions: [],
    light: 'ok',
    unsettled,
    heldMs: 0,
    timings: { detect: 0, align: 0, embed: 0 },
  };
}

/** What the last of these looks is. */
function lastOf(...looks: Look[]): string | undefined {
  const sense = createMotionSense();
  return looks.map((one) => sense(one)).at(-1);
}

describe('the sense of motion', () => {
  it('takes a face that stays for still', () => {
    expect(lastOf(look(0, 0), look(3, 0))).toBe('still');
  });

  it('takes a new face, a step aside and another expression for motion', () => {
    expect(lastOf(look(0, 0))).toBe('moving');
    expect(lastOf(look(0, 0), look(30, 0))).toBe('moving');
    expect(lastOf(look(0, 0), look(0, 1))).toBe('moving');
  });

  it('takes a change that waits to be confirmed for motion: the next look must come at once', () => {
    expect(lastOf(look(0, 0), look(0, 0, true))).toBe('moving');
  });

  it('sees nobody where there is no face', () => {
    expect(lastOf(look(0, 0), { ...look(0, 0), faces: [], embedding: null })).toBe('nobody');
  });
});
