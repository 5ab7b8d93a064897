import { expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import type { Found } from '../../../src/messages/index.ts';
import { createFacesSeen } from '../../../src/offscreen/faces-seen.ts';
import type { Scores } from '../../../src/offscreen/finder.ts';
import { createViewer } from '../../../src/offscreen/viewer.ts';

const watch = { top: 9, camera: '' };
const face = (value: number) => new Float32Array(64).fill(value);

function stage() {
  const answers = new Map<string, (scores: Scores | undefined) => void>();
  const seek = (words: string) => new Promise<Scores | undefined>((resolve) => answers.set(words, resolve));
  const told: Found[] = [];
  const faces = createFacesSeen();
  const viewer = createViewer({ faces, seek, tell: (found) => void told.push(found) });
  const answer = async (words: string, scores: Scores | undefined): Promise<void> => {
    answers.get(words)?.(scores);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { viewer, faces, told, answer };
}

it('what the words find is told, and nothing else is searched from then on', async () => {
  const { viewer, told, answer } = stage();
  viewer.watch({ ...watch, words: 'cat' });
  expect(viewer.wish()).toMatchObject({ top: 9, words: '', allow: undefined });
  await answer(
    'cat',
    new Map([
      ['b', 0.5],
      ['a', 1],
    ]),
  );
  expect(told).toEqual([{ words: 'cat', memes: 2, best: ['a', 'b'] }]);
  expect(viewer.wish()).toMatchObject({ words: 'cat', allow: new Set(['a', 'b']) });
  viewer.watch(watch);
  expect(viewer.wish()).toMatchObject({ words: '', allow: undefined });
});

it('an answer that comes after other words were typed is dropped', async () => {
  const { viewer, told, answer } = stage();
  viewer.watch({ ...watch, words: 'ca' });
  viewer.watch({ ...watch, words: 'cat' });
  await answer('cat', new Map([['a', 1]]));
  await answer(
    'ca',
    new Map([
      ['a', 1],
      ['b', 1],
    ]),
  );
  expect(told.map(({ words }) => words)).toEqual(['cat']);
  expect(viewer.wish().words).toBe('cat');
});

it('words that say nothing yet hold nothing back', async () => {
  const { viewer, told, answer } = stage();
  viewer.watch({ ...watch, words: 'c' });
  await answer('c', undefined);
  expect(viewer.wish().allow).toBeUndefined();
  expect(told).toEqual([]);
});

it('a search that fails is reported, and what was found before stays', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const failing = createViewer({
    faces: createFacesSeen(),
    seek: () => Promise.reject(new Error('unreadable')),
    tell: () => undefined,
  });
  failing.watch({ ...watch, words: 'cat' });
  await vi.waitFor(() => expect(report).toHaveBeenCalledOnce());
  expect(failing.wish().words).toBe('');
  report.mockRestore();
});

it('a face that was frozen stays at hand when hundreds of others came, until it is let go', () => {
  const { viewer, faces } = stage();
  faces.saw(1, face(1));
  viewer.watch({ ...watch, kept: 1 });
  for (let frame = 2; frame < 1000; frame += 1) faces.saw(frame, face(frame));
  viewer.watch({ ...watch, kept: 1, top: 15 });
  expect(viewer.wish().kept).toEqual({ frame: 1, face: face(1) });
  expect(viewer.faceOf(1)).toEqual(face(1));
  viewer.watch(watch);
  expect(viewer.wish().kept).toBeUndefined();
  expect(viewer.faceOf(1)).toBeUndefined();
  expect(viewer.faceOf(999)).toEqual(face(999));
});

it('a face is remembered as it was, whatever becomes of the buffer', () => {
  const { faces } = stage();
  const buffer = face(1);
  faces.saw(1, buffer);
  buffer.fill(2);
  expect(faces.at(1)).toEqual(face(1));
});
