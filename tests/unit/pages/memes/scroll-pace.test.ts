import { describe, expect, it } from 'vitest';
import { createScrollPace } from '../../../../src/pages/library/memes/scroll-pace.ts';

/** Scrolls for half a second at so many pixels a second, 60 frames a second; returns the pace and the time. */
function scrolled(pixelsPerSecond: number) {
  const pace = createScrollPace();
  let now = 1000;
  for (let frame = 0; frame < 30; frame += 1, now += 1000 / 60) pace.note((pixelsPerSecond * frame) / 60, now);
  return { pace, now };
}

describe('the pace of scrolling', () => {
  it('is fast in a fling, in either direction', () => {
    for (const speed of [6000, -6000]) {
      const { pace, now } = scrolled(speed);
      expect(pace.fast(now)).toBe(true);
    }
  });

  it('is not fast for who reads along, nor before anything has moved', () => {
    const { pace, now } = scrolled(1000);
    expect(pace.fast(now)).toBe(false);
    expect(createScrollPace().fast(5)).toBe(false);
  });

  it('ends soon after the window has come to rest', () => {
    const { pace, now } = scrolled(6000);
    expect(pace.fast(now + 100)).toBe(false);
  });

  it('does not take a jump after a rest for a fling', () => {
    const pace = createScrollPace();
    pace.note(0, 1000);
    pace.note(40_000, 2000);
    expect(pace.fast(2001)).toBe(false);
  });
});
