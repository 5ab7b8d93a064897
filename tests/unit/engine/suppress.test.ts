import { describe, expect, it } from 'vitest';
import { largestFirst, merge, suppressDoubles } from '../../../src/engine/suppress.ts';
import type { Detection } from '../../../src/engine/types.ts';

function face(x: number, y: number, size: number, score: number): Detection {
  const keypoints = [
    [x + size * 0.3, y + size * 0.35],
    [x + size * 0.7, y + size * 0.35],
    [x + size * 0.5, y + size * 0.55],
    [x + size * 0.5, y + size * 0.75],
  ] as const;
  return { box: { x, y, width: size, height: size }, score, keypoints };
}

describe('finds of several looks', () => {
  it('are one face when they overlap, with the surest find kept', () => {
    const sure = face(100, 100, 80, 0.9);
    expect(suppressDoubles([face(110, 105, 80, 0.7), sure])).toEqual([sure]);
  });

  it('are one face when one lies within the other', () => {
    expect(suppressDoubles([face(0, 0, 200, 0.9), face(60, 60, 60, 0.8)])).toHaveLength(1);
  });

  it('stay two for neighbours', () => {
    expect(suppressDoubles([face(0, 0, 80, 0.9), face(75, 0, 80, 0.8)])).toHaveLength(2);
  });

  it('are doubtful below the score that their look is sure from, unless another look confirms them', () => {
    const [sure, unsure] = [face(0, 0, 80, 0.9), face(300, 0, 80, 0.75)];
    const look = (...finds: Detection[]) => ({ finds, sure: 0.8 });
    expect(merge([look(sure, unsure), look()])).toEqual({ sure: [sure], doubtful: [unsure] });
    expect(merge([look(sure, unsure), look(face(302, 1, 80, 0.52))])).toEqual({ sure: [sure, unsure], doubtful: [] });
    expect(merge([look(sure), { finds: [unsure], sure: 0.7 }])).toEqual({ sure: [sure, unsure], doubtful: [] });
  });

  it('are ordered by size', () => {
    const [small, large] = [face(0, 0, 20, 0.9), face(100, 0, 50, 0.6)];
    expect(largestFirst([small, large])).toEqual([large, small]);
  });
});
