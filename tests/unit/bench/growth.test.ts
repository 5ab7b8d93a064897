import { describe, expect, it } from 'vitest';
import { exponentOf } from '../../../bench/growth/exponent.ts';
import { chart, plotsOf } from '../../../bench/growth/plots.ts';

describe('growth', () => {
  it('is told by its exponent: 1 for what is linear, 0 for what stays', () => {
    expect(
      exponentOf([
        [1000, 2],
        [5000, 3],
        [100_000, 200],
      ]),
    ).toBe(1);
    expect(
      exponentOf([
        [1, 7],
        [8, 7],
      ]),
    ).toBe(0);
    expect(
      exponentOf([
        [10, 1],
        [100, 100],
      ]),
    ).toBe(2);
    expect(exponentOf([[10, 1]])).toBeNaN();
  });

  it('is drawn on two logarithmic axes, with a line for what is linear', () => {
    const svg = chart({
      title: 'Time',
      across: 'memes',
      points: [
        [1000, 1],
        [10_000, 10],
      ],
    });
    expect(svg).toContain('<title>Time</title>');
    expect(svg).toContain('>10,000<');
    const [linear, measured] = [...svg.matchAll(/<polyline points="([^"]*)" fill="none" stroke="#(999|c2410c)"/g)];
    expect(linear?.[1]).toBe(measured?.[1]);
  });

  it('has a picture for each of the times and memories', () => {
    const memes = [1000, 10_000].map((memes) => ({ memes, openMs: memes, searchMs: memes, memoryMb: memes }));
    const faces = [1, 2].map((faces) => ({ faces, found: faces, lookMs: 5, memoryMb: 80 }));
    const plots = plotsOf(memes, faces);
    expect(plots.map(([name]) => name)).toEqual(['search', 'open', 'memory', 'faces', 'faces-memory']);
    for (const [, svg] of plots) expect(svg).not.toContain('NaN');
  });
});
