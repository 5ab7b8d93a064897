import { expect, it } from 'vitest';
import { sampleFrames } from '../../../src/engine/decode/animation.ts';
import { DEFAULT_LIMITS } from '../../../src/engine/decode/limits.ts';

const limits = { ...DEFAULT_LIMITS, sampledFrames: 4, maxDecodedPixels: 1000 };

it('a short animation is looked at frame by frame', () => {
  expect(sampleFrames(3, 10, limits)).toEqual([0, 1, 2]);
});

it('a long one is looked at evenly, from its first frame on', () => {
  expect(sampleFrames(100, 10, limits)).toEqual([0, 25, 50, 75]);
});

it('a costly one is looked at only as far as may be decoded', () => {
  expect(sampleFrames(100, 100, limits)).toEqual([0, 2, 5, 7]);
});

it('a single frame is always looked at', () => {
  expect(sampleFrames(100, 1_000_000, limits)).toEqual([0]);
});
