import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTeaching, LESSON_MS, LONGEST_MS, lessonOf } from '../../../src/offscreen/teaching.ts';

/** A unit vector along axis `axis`. */
function unit(axis: number): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(64);
  vector[axis] = 1;
  return vector;
}
const face = { rawEmbedding: unit(0) };
const nobody = { rawEmbedding: null };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Starts a lesson whose end can be asked for; a failure is kept, not thrown. */
function start() {
  const teaching = createTeaching();
  const ended = vi.fn();
  const lesson = teaching.learn().then(
    (value) => ended({ looks: value.looks }),
    (error: { code: string }) => ended({ code: error.code }),
  );
  return { teaching, ended, lesson };
}

describe('the mean of the looks', () => {
  it('at one face is that face, with no spread', () => {
    const { embedding, spread, looks } = lessonOf([unit(3), unit(3)]);
    expect([...embedding]).toEqual([...unit(3)]);
    expect({ spread, looks }).toEqual({ spread: 0, looks: 2 });
  });

  it('at two opposite ends of an expression lies between them, and its spread makes up for the shortness', () => {
    const { embedding, spread } = lessonOf([unit(0), unit(1)]);
    expect(embedding[0]).toBeCloseTo(0.5);
    expect(embedding[1]).toBeCloseTo(0.5);
    expect(spread).toBeCloseTo(0.5);
  });
});

describe('a lesson', () => {
  it('lasts three seconds and counts the looks with a face', async () => {
    const { teaching, ended } = start();
    for (let i = 0; i < 6; i++) teaching.saw(face);
    teaching.saw(nobody);
    await vi.advanceTimersByTimeAsync(LESSON_MS - 1);
    expect(ended).not.toHaveBeenCalled();
    expect(teaching.active()).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ looks: 6 });
    expect(teaching.active()).toBe(false);
  });

  it('without a face fails, also when a few looks had one', async () => {
    const { teaching, ended } = start();
    for (let i = 0; i < 4; i++) teaching.saw(face);
    for (let i = 0; i < 20; i++) teaching.saw(nobody);
    await vi.advanceTimersByTimeAsync(LESSON_MS);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ code: 'no-face' });
  });

  it('waits for a slow machine to have looked often enough', async () => {
    const { teaching, ended } = start();
    for (let i = 0; i < 4; i++) teaching.saw(face);
    await vi.advanceTimersByTimeAsync(LESSON_MS + 500);
    expect(ended).not.toHaveBeenCalled();
    teaching.saw(face);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ looks: 5 });
  });

  it('gives up when no pictures come', async () => {
    const { teaching, ended } = start();
    teaching.saw(face);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(ended).toHaveBeenCalledExactlyOnceWith({ code: 'no-picture' });
    expect(teaching.active()).toBe(false);
  });

  it('learns nothing when the camera goes out', async () => {
    const { teaching, ended, lesson } = start();
    for (let i = 0; i < 9; i++) teaching.saw(face);
    teaching.stop();
    await lesson;
    expect(ended).toHaveBeenCalledExactlyOnceWith({ code: 'stopped' });
    teaching.saw(face);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
