import { describe, expect, it } from 'vitest';
import { createScrollPace } from '../../../../src/pages/library/memes/scroll-pace.ts';

/** Scrolls for a second at so many pixels a second, a frame every so many milliseconds; returns the pace and the end. */
function scrolled(pixelsPerSecond: number, frameMs = 1000 / 60) {
  const pace = createScrollPace();
  let now = 1000;
  for (; now < 2000; now += frameMs) pace.frame((pixelsPerSecond * (now - 1000)) / 1000, now);
  return { pace, place: (pixelsPerSecond * (now - frameMs - 1000)) / 1000, now };
}

describe('the pace of scrolling', () => {
  it('is fast in a fling, in either direction', () => {
    for (const speed of [6000, -6000]) expect(scrolled(speed).pace.fast.value).toBe(true);
  });

  it('is fast in a fling also where a frame takes long', () => {
    const { pace, place, now } = scrolled(6000, 150);
    expect(pace.fast.value).toBe(true);
    pace.frame(place, now);
    expect(pace.fast.value).toBe(true);
  });

  it('is not fast for who reads along, nor before anything has moved', () => {
    expect(scrolled(1000).pace.fast.value).toBe(false);
    expect(createScrollPace().fast.value).toBe(false);
  });

  it('stays fast between two notches of a wheel', () => {
    const { pace, place, now } = scrolled(6000);
    expect(pace.frame(place, now)).toBe(true);
    expect(pace.frame(place, now + 16)).toBe(true);
    expect(pace.fast.value).toBe(true);
  });

  it('ends as soon as the window has slowed down', () => {
    const { pace, place, now } = scrolled(6000);
    pace.frame(place + 10, now);
    expect(pace.fast.value).toBe(false);
  });

  it('ends soon after the window has come to rest', () => {
    const { pace, place, now } = scrolled(6000);
    expect([now, now + 50, now + 100].map((at) => pace.frame(place, at))).toEqual([true, true, false]);
    expect(pace.fast.value).toBe(false);
  });

  it('does not take a jump after a rest for a fling', () => {
    const { pace, place, now } = scrolled(1000);
    for (const at of [now, now + 50, now + 100]) pace.frame(place, at);
    pace.frame(40_000, now + 2000);
    expect(pace.fast.value).toBe(false);
  });
});
