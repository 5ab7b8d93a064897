import { expect, it, vi } from 'vitest';
import { createDrawer } from '../../../src/pages/teach/drawing.ts';

const picture = { width: 100, height: 100 };
const box = { x: 1, y: 2, width: 30, height: 40 };

it('saves the box as it was drawn, and says when no face is seen in it', async () => {
  const save = vi.fn(async () => false);
  const drawer = createDrawer(picture, save);
  drawer.begin();
  drawer.change(box);
  await drawer.save();
  expect(save).toHaveBeenCalledExactlyOnceWith(box);
  expect(drawer.drawing.value).toMatchObject({ step: 'none', said: expect.stringContaining('sees no face') });
});

it('is not saved twice, nor changed while it is saved', async () => {
  let end = (_: boolean): void => undefined;
  const save = vi.fn(() => new Promise<boolean>((resolve) => (end = resolve)));
  const drawer = createDrawer(picture, save);
  drawer.begin();
  drawer.change(box);
  const saving = drawer.save();
  drawer.change({ ...box, x: 50 });
  drawer.cancel();
  await drawer.save();
  expect(drawer.drawing.value).toEqual({ step: 'saving', box });
  end(true);
  await saving;
  expect(save).toHaveBeenCalledTimes(1);
});

it('keeps the box when it could not be saved', async () => {
  const drawer = createDrawer(picture, () => Promise.reject(new Error('The disk is full.')));
  drawer.begin();
  drawer.change(box);
  await drawer.save();
  expect(drawer.drawing.value).toEqual({ step: 'drawing', box, trouble: 'The disk is full.' });
});

it('is given up without a trace', () => {
  const save = vi.fn();
  const drawer = createDrawer(picture, save);
  drawer.begin();
  drawer.cancel();
  expect(drawer.drawing.value).toEqual({ step: 'none' });
  expect(save).not.toHaveBeenCalled();
});
