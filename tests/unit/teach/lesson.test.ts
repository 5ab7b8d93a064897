import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTeacher, type Lesson } from '../../../src/pages/teach/lesson.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A teacher whose steps are written down, and the end of whose lesson the test decides. */
function begin(watching = () => true) {
  const teach = vi.fn(() => new Promise<void>((resolve, reject) => Object.assign(ends, { resolve, reject })));
  const ends: { resolve?: () => void; reject?: (error: Error) => void } = {};
  const teacher = createTeacher(teach, watching);
  const steps: Lesson[] = [];
  teacher.lesson.subscribe((lesson) => void steps.push(lesson));
  return { teach, ends, teacher, steps };
}

it('counts three seconds before it asks for the face, and says when it was learned', async () => {
  const { teach, ends, teacher, steps } = begin();
  void teacher.start();
  await vi.advanceTimersByTimeAsync(2_999);
  expect(teach).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(teach).toHaveBeenCalledTimes(1);
  ends.resolve?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(steps.map((lesson) => ('left' in lesson ? lesson.left : lesson.step))).toEqual([
    'ready',
    3,
    2,
    1,
    'holding',
    'learned',
  ]);
});

it('is not begun twice', async () => {
  const { teach, teacher } = begin();
  void teacher.start();
  void teacher.start();
  await vi.advanceTimersByTimeAsync(3_000);
  void teacher.start();
  await vi.advanceTimersByTimeAsync(9_000);
  expect(teach).toHaveBeenCalledTimes(1);
});

it('says why nothing was learned, and can be begun again', async () => {
  const { teach, ends, teacher } = begin();
  void teacher.start();
  await vi.advanceTimersByTimeAsync(3_000);
  ends.reject?.(new Error('There was hardly a face.'));
  await vi.advanceTimersByTimeAsync(0);
  expect(teacher.lesson.value).toEqual({ step: 'failed', message: 'There was hardly a face.' });
  void teacher.start();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(teach).toHaveBeenCalledTimes(2);
});

it('goes back to the beginning when the camera goes out during the count', async () => {
  let on = true;
  const { teach, teacher } = begin(() => on);
  void teacher.start();
  await vi.advanceTimersByTimeAsync(1_500);
  on = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(teacher.lesson.value).toEqual({ step: 'ready' });
  expect(teach).not.toHaveBeenCalled();
});
