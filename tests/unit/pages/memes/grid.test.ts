import { describe, expect, it } from 'vitest';
import { placeIn } from '../../../../src/pages/library/memes/fit.ts';
import { stepFor } from '../../../../src/pages/library/memes/steps.ts';
import { tagsIn } from '../../../../src/pages/library/memes/tags.ts';
import { layoutFor } from '../../../../src/pages/library/memes/use-layout.ts';
import { summaryOf, typeInWords, usedInWords } from '../../../../src/pages/library/memes/words.ts';
import { memeOf } from './support.ts';

describe('a key in a grid of 4 columns and 10 memes', () => {
  it.each([
    ['ArrowRight', 3, 4],
    ['ArrowRight', 9, 9],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 1, 5],
    ['ArrowDown', 7, 9],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 6, 2],
    ['ArrowUp', 2, 2],
    ['PageDown', 1, 9],
    ['PageUp', 9, 1],
    ['Home', 7, 0],
    ['End', 0, 9],
    ['x', 3, undefined],
  ])('%s leads from %i to %s', (key, at, to) => {
    expect(stepFor(key, { at, count: 10, columns: 4, page: 8 })).toBe(to);
  });
});

describe('a box of a picture that is shown whole in a frame', () => {
  it.each([
    // A wide picture has bars above and below, a high one at its sides; the frame's own shape counts too.
    ['400 × 200 in a square', [400, 200, 1], { left: 0.25, top: 0.5, width: 0.25, height: 0.25 }],
    ['200 × 400 in a square', [200, 400, 1], { left: 0.5, top: 0.25, width: 0.25, height: 0.25 }],
    ['400 × 200 in its own shape', [400, 200, 2], { left: 0.25, top: 0.5, width: 0.25, height: 0.5 }],
  ] as const)('of %s lies where the picture lies', (_what, [width, height, ratio], place) => {
    expect(placeIn({ width, height }, [100, 100, 100, 100], ratio)).toEqual(place);
  });
});

describe('the layout', () => {
  it.each([
    [1232, 6],
    [752, 4],
    [352, 2],
    [200, 2],
  ])('of %i pixels has %i columns, whose cards fill the width', (width, columns) => {
    const layout = layoutFor(width, 16);
    expect(layout.columns).toBe(columns);
    const card = (width - 14 * (columns - 1)) / columns;
    // A row is a card, its two lines of text and the gap.
    expect(layout.rowHeight - card - 14).toBeGreaterThan(40);
    expect(layout.rowHeight - card - 14).toBeLessThan(56);
  });
});

describe('in words', () => {
  it('tags that are typed are kept apart by commas, each once, tidied', () => {
    expect(tagsIn(' cat,  very  grumpy ,cat,, ')).toEqual(['cat', 'very grumpy']);
    expect(tagsIn(' , ')).toEqual([]);
  });

  it('a type, a use and all of a meme are said', () => {
    expect(typeInWords(memeOf('a', { type: 'image/webp', animated: true }))).toBe('WebP, animated');
    expect(typeInWords(memeOf('a', { type: 'image/jpeg' }))).toBe('JPEG');
    expect(usedInWords(memeOf('a'))).toBe('never');
    const used = { count: 2, last: Date.UTC(2026, 0, 5, 12) };
    expect(usedInWords(memeOf('a', { used }))).toMatch(/^2 times, last on Jan 5, 2026/);
    const summary = summaryOf(memeOf('a', { tags: ['x', 'y'], title: 'A page' }));
    for (const part of ['Meme a', 'Tags: x, y', 'From: https://example.org/page', 'Page: A page', '640 × 480, 50 KB'])
      expect(summary).toContain(part);
  });
});
