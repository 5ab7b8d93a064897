import { expect, test } from 'vitest';
import { FLOWING, type Hold, observe, toggle } from '../../../src/popup/hold.ts';

/** Feeds the times an expression has been held; returns the last state and in which frames something was caught. */
function feed(held: readonly number[], start: Hold = FLOWING, enabled = true): { hold: Hold; caught: number[] } {
  let hold = start;
  const caught: number[] = [];
  for (const [index, ms] of held.entries()) {
    const seen = observe(hold, ms, enabled);
    hold = seen.hold;
    if (seen.caught) caught.push(index);
  }
  return { hold, caught };
}

test('an expression held for 1.2 s freezes, once', () => {
  const { hold, caught } = feed([0, 400, 800, 1200, 1600, 2000]);
  expect(hold.frozen).toBe('by-hold');
  expect(caught).toEqual([3]);
});

test('the ring fills while it is held, and is empty for a passing or neutral face', () => {
  expect(feed([0]).hold.ring).toBe(0);
  expect(feed([200]).hold.ring).toBe(0);
  expect(feed([750]).hold.ring).toBeCloseTo(0.5);
  expect(feed([1100]).hold.ring).toBeGreaterThan(feed([900]).hold.ring);
});

test('another expression held after the first replaces it', () => {
  const { hold, caught } = feed([600, 1300, 0, 600, 1300]);
  expect(hold.frozen).toBe('by-hold');
  expect(caught).toEqual([1, 4]);
});

test('thawed while still holding, it does not freeze again until the face has changed', () => {
  const frozen = feed([1300]).hold;
  const thawed = toggle(frozen);
  expect(thawed.frozen).toBe('no');
  expect(feed([1500, 2500], thawed).hold.frozen).toBe('no');
  expect(feed([1500, 100, 1300], thawed).hold.frozen).toBe('by-hold');
});

test('frozen by hand, holding an expression changes nothing', () => {
  const { hold, caught } = feed([0, 600, 1300, 5000], toggle(FLOWING));
  expect(hold.frozen).toBe('by-hand');
  expect(caught).toEqual([]);
});

test('switched off, holding freezes nothing and shows no ring', () => {
  const { hold, caught } = feed([600, 1300], FLOWING, false);
  expect(hold).toMatchObject({ frozen: 'no', ring: 0 });
  expect(caught).toEqual([]);
});
