import { expect, it } from 'vitest';
import { between, cornersOf, firstBox, grown, isInside, moved, pressed } from '../../../src/pages/teach/box.ts';

const picture = { width: 400, height: 200 };
const box = { x: 100, y: 50, width: 100, height: 80 };

it('begins in the middle', () => {
  expect(firstBox(picture)).toEqual({ x: 150, y: 50, width: 100, height: 100 });
});

it('spans what was dragged over, whichever corner came first', () => {
  const same = { x: 20, y: 30, width: 100, height: 60 };
  expect(between({ x: 20, y: 30 }, { x: 120, y: 90 }, picture)).toEqual(same);
  expect(between({ x: 120, y: 30 }, { x: 20, y: 90 }, picture)).toEqual(same);
});

it('ends at the edge of the picture when the drag goes beyond it', () => {
  expect(between({ x: 300, y: 100 }, { x: 900, y: -50 }, picture)).toEqual({ x: 300, y: 0, width: 100, height: 100 });
});

it('never becomes too small to hold a face', () => {
  const { width, height } = between({ x: 50, y: 50 }, { x: 51, y: 50 }, picture);
  expect({ width, height }).toEqual({ width: 16, height: 16 });
  const tiny = { width: 9, height: 200 };
  expect(between({ x: 0, y: 0 }, { x: 1, y: 1 }, tiny)).toEqual({ x: 0, y: 0, width: 9, height: 16 });
});

it('is moved whole, and stays in the picture', () => {
  expect(moved(box, 30, -20, picture)).toEqual({ x: 130, y: 30, width: 100, height: 80 });
  expect(moved(box, 900, 900, picture)).toEqual({ x: 300, y: 120, width: 100, height: 80 });
});

it('grows from its upper left corner, as far as the picture goes', () => {
  expect(grown(box, 20, -10, picture)).toEqual({ x: 100, y: 50, width: 120, height: 70 });
  expect(grown(box, 900, 900, picture)).toEqual({ x: 100, y: 50, width: 300, height: 150 });
});

it('is moved by the arrows, resized by them with Shift, and left alone by other keys', () => {
  expect(pressed(box, { key: 'ArrowRight', shiftKey: false }, picture)).toEqual({ ...box, x: 108 });
  expect(pressed(box, { key: 'ArrowUp', shiftKey: true }, picture)).toEqual({ ...box, height: 72 });
  expect(pressed(box, { key: 'a', shiftKey: false }, picture)).toBeUndefined();
  expect(pressed(box, { key: 'toString', shiftKey: false }, picture)).toBeUndefined();
});

it('is resized at each corner about the opposite one', () => {
  for (const { x, y, opposite } of cornersOf(box)) {
    expect(between({ x, y }, opposite, picture)).toEqual(box);
  }
});

it('knows what lies in it', () => {
  expect(isInside(box, { x: 150, y: 60 })).toBe(true);
  expect(isInside(box, { x: 99, y: 60 })).toBe(false);
});
