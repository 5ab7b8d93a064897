import { describe, expect, it } from 'vitest';
import { type Box, placeFor } from '../../../src/content/panel/place.ts';

const window = { width: 1280, height: 800 };
const composer = (box: Partial<Box>): Box => ({ left: 300, top: 720, width: 900, height: 60, ...box });
const bottomOf = ({ top, height }: Box): number => top + height;

describe('the panel stands', () => {
  it('right above the composer, at its left edge', () => {
    const place = placeFor(composer({}), window);
    expect(place.left).toBe(300);
    expect(720 - bottomOf(place)).toBe(8);
  });

  it('below it, where there is no room above', () => {
    expect(placeFor(composer({ top: 40 }), window).top).toBe(108);
  });

  it('on the side with more room, as high as that is, where neither has enough', () => {
    const place = placeFor(composer({ top: 260, height: 100 }), { width: 1280, height: 460 });
    expect(place).toMatchObject({ top: 8, height: 244 });
  });

  it.each([
    ['wider than the window', composer({ left: -200, width: 3000 })],
    ['beyond the right edge', composer({ left: 1270, width: 10 })],
    ['beyond the lower edge', composer({ top: 5000 })],
    ['as high as the window', composer({ top: 0, height: 800 })],
  ])('within the window, also at a composer %s', (_, at) => {
    const place = placeFor(at, window);
    expect(place.left).toBeGreaterThanOrEqual(8);
    expect(place.top).toBeGreaterThanOrEqual(8);
    expect(place.left + place.width).toBeLessThanOrEqual(1272);
    expect(bottomOf(place)).toBeLessThanOrEqual(792);
  });

  it('as wide as a narrow window, and higher there', () => {
    const narrow = placeFor(composer({ left: 0, top: 560, width: 380 }), { width: 380, height: 640 });
    expect(narrow).toMatchObject({ left: 8, width: 364 });
    expect(narrow.height).toBeGreaterThan(placeFor(composer({}), window).height);
  });
});
