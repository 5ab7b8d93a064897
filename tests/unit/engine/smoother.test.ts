import { describe, expect, it } from 'vitest';
import { HoldTimer } from '../../../src/engine/holdTimer.ts';
import { distanceBetween, Smoother } from '../../../src/engine/smoother.ts';
import type { Embedding } from '../../../src/engine/types.ts';

/** A unit vector `angle` radians from the first axis: two of them are about as far apart as their angles. */
const at = (angle: number): Embedding => {
  const vector = new Float32Array(64);
  vector[0] = Math.cos(angle);
  vector[1] = Math.sin(angle);
  return vector;
};

const JUMP = 0.5;

describe('smoother', () => {
  it('lets through a part of a small change, at unit length', () => {
    const smoother = new Smoother(JUMP);
    smoother.add(at(0), 0);
    const steadied = smoother.add(at(0.2), 33);
    expect(distanceBetween(steadied, at(0))).toBeLessThan(0.1);
    expect(Math.hypot(...steadied)).toBeCloseTo(1, 5);
  });

  it('is not moved by a single frame that is far off', () => {
    const smoother = new Smoother(JUMP);
    smoother.add(at(0), 0);
    expect(distanceBetween(smoother.add(at(1.2), 66), at(0))).toBeCloseTo(0, 5);
    expect(distanceBetween(smoother.add(at(0), 132), at(0))).toBeCloseTo(0, 5);
  });

  it.each([
    ['a new expression', 1.2],
    ['a shifted one', 0.4],
  ])('follows %s within 300 ms at 15 frames a second', (_, angle) => {
    const smoother = new Smoother(JUMP);
    for (let i = 0; i < 10; i++) smoother.add(at(0), i * 66);
    let steadied = at(0);
    for (let i = 10; (i - 10) * 66 < 300; i++) steadied = smoother.add(at(angle), i * 66);
    expect(distanceBetween(steadied, at(angle))).toBeLessThan(0.1 * angle);
  });

  it('starts anew after a pause and after a reset', () => {
    const smoother = new Smoother(JUMP);
    smoother.add(at(0), 0);
    expect(distanceBetween(smoother.add(at(0.3), 2000), at(0.3))).toBe(0);
    smoother.reset();
    expect(distanceBetween(smoother.add(at(0), 2033), at(0))).toBe(0);
  });
});

describe('hold timer', () => {
  it('counts from the first frame of an expression and again when it changes', () => {
    const timer = new HoldTimer(0.3);
    expect(timer.add(at(0), 100)).toBe(0);
    expect(timer.add(at(0.1), 600)).toBe(500);
    expect(timer.add(at(0.9), 700)).toBe(0);
    expect(timer.add(at(0.9), 900)).toBe(200);
    expect(timer.add(at(0.9), 2000)).toBe(0);
    timer.reset();
    expect(timer.add(at(0.9), 1000)).toBe(0);
  });

  it('tells apart two expressions that are little farther apart than its reach, though it began between them', () => {
    const timer = new HoldTimer(0.3);
    timer.add(at(0), 0);
    // The smoother's way to another one.
    for (const [i, angle] of [0.16, 0.31, 0.37, 0.4].entries()) timer.add(at(angle), 100 * (i + 1));
    for (let now = 500; now < 1000; now += 100) expect(timer.add(at(0.42), now)).toBe(now - 200);
    timer.add(at(0.26), 1000);
    expect(timer.add(at(0.05), 1100)).toBe(0);
  });

  it('is not ended by how a held face trembles', () => {
    const timer = new HoldTimer(0.3);
    for (let i = 0; i < 30; i++) expect(timer.add(at(i % 2 ? 0.1 : -0.1), 33 * i)).toBe(33 * i);
  });
});
