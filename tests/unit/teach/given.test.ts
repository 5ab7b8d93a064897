import { expect, it, vi } from 'vitest';
import type { Face } from '../../../src/library/index.ts';
import { createGiven } from '../../../src/pages/teach/given.ts';

const face = (key: number, origin: Face['origin']): Face => ({
  key,
  origin,
  meme: 'a',
  frame: 0,
  box: null,
  score: 1,
  embedding: new Float32Array(64),
  spread: 0,
  model: 'm',
});

/** Faces in memory; `change` tells of a change, as the library does. */
function given(...faces: Face[]) {
  let change = (): void => undefined;
  const ports = {
    read: vi.fn(async () => [...faces]),
    onChange: (listener: () => void) => {
      change = listener;
      return () => undefined;
    },
    forget: vi.fn(async (key: number) => {
      const [gone] = faces.splice(
        faces.findIndex((one) => one.key === key),
        1,
      );
      change();
      return gone;
    }),
    restore: vi.fn(async (one: Face) => {
      faces.push(one);
      change();
    }),
  };
  return { ports, shown: createGiven(ports) };
}
const keysOf = (shown: ReturnType<typeof createGiven>) => shown.faces.value.map(({ key }) => key);

it('shows what was taught and drawn, and not what was found', async () => {
  const { shown } = given(face(1, 'detected'), face(2, 'taught'), face(3, 'drawn'), face(4, 'placed'));
  await vi.waitFor(() => expect(keysOf(shown)).toEqual([2, 3]));
});

it('takes one away, and gives it back once', async () => {
  const { ports, shown } = given(face(2, 'taught'));
  await vi.waitFor(() => expect(keysOf(shown)).toEqual([2]));
  await shown.forget(face(2, 'taught'));
  await vi.waitFor(() => expect(keysOf(shown)).toEqual([]));
  expect(shown.forgotten.value?.key).toBe(2);
  await shown.undo();
  await vi.waitFor(() => expect(keysOf(shown)).toEqual([2]));
  await shown.undo();
  expect(ports.restore).toHaveBeenCalledTimes(1);
});

it('says why it could not', async () => {
  const { ports, shown } = given(face(2, 'taught'));
  await vi.waitFor(() => expect(keysOf(shown)).toEqual([2]));
  ports.forget.mockRejectedValueOnce(new Error('The disk is full.'));
  await shown.forget(face(2, 'taught'));
  expect(shown.trouble.value).toBe('The disk is full.');
  expect(shown.forgotten.value).toBeUndefined();
});
