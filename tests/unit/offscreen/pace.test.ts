import { describe, expect, it } from 'vitest';
import { createPace, PACE } from '../../../src/offscreen/pace.ts';

/** A frame every 40 ms: 25 in a second. Counts the looks in the second that begins at `settle`. */
function looksInASecond(what: 'moving' | 'still' | 'nobody', settle: number): number {
  const pace = createPace();
  let looks = 0;
  for (let now = 0; now < settle + 1_000; now += 40) {
    if (!pace.isDue(now)) continue;
    pace.saw(what, now);
    if (now >= settle) looks += 1;
  }
  return looks;
}

describe('the pace', () => {
  it('looks at the first frame', () => {
    expect(createPace().isDue(0)).toBe(true);
  });

  it('looks at every frame while the face moves', () => {
    expect(looksInASecond('moving', 3_000)).toBe(25);
  });

  it('looks a few times a second at a face that holds still', () => {
    expect(looksInASecond('still', 3_000)).toBeLessThanOrEqual(1_000 / PACE.still + 1);
  });

  it('looks a few times a second into an empty room', () => {
    expect(looksInASecond('nobody', 3_000)).toBeLessThanOrEqual(1_000 / PACE.nobody + 1);
  });

  it('keeps looking often for a second after the last move, so that a pause in a grimace is not missed', () => {
    const pace = createPace();
    pace.saw('moving', 0);
    pace.saw('still', 900);
    expect(pace.isDue(900)).toBe(true);
    pace.saw('still', 1_100);
    expect(pace.isDue(1_100)).toBe(false);
    expect(pace.isDue(1_100 + PACE.still)).toBe(true);
  });

  it('looks often again as soon as a still face moves', () => {
    const pace = createPace();
    pace.saw('still', 0);
    pace.saw('moving', 200);
    expect(pace.isDue(201)).toBe(true);
  });
});
