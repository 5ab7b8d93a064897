import { expect, it } from 'vitest';
import { chooseFrame, type Found } from '../../../src/background/insert/choose-frame.ts';

const found = (frame: number, active: boolean, usedAt: number, lastResort = false): Found => ({
  frame,
  active,
  usedAt,
  lastResort,
  composer: 'generic',
  editor: 'textarea',
  selector: 'textarea',
  host: 'chat.example',
  why: active ? 'cursor' : 'last-used',
});

it('takes the composer that has the cursor before one that was used later', () => {
  const inCursor = found(3, true, 0);
  expect(chooseFrame([found(0, false, 900), inCursor])).toBe(inCursor);
});

it('takes the last used where several claim the cursor, or none does', () => {
  const later = found(7, true, 20);
  expect(chooseFrame([found(0, true, 10), later])).toBe(later);
  const last = found(2, false, 6);
  expect(chooseFrame([found(1, false, 5), last])).toBe(last);
});

it('takes the outermost where nothing else tells them apart', () => {
  const top = found(0, true, 0);
  expect(chooseFrame([found(4, true, 0), top])).toBe(top);
});

it('takes a plain line of text only where there is nothing else', () => {
  const line = found(0, true, 50, true);
  const box = found(3, false, 7);
  expect(chooseFrame([line, box])).toBe(box);
  expect(chooseFrame([line])).toBe(line);
});

it('finds nothing among nothing', () => {
  expect(chooseFrame([])).toBeUndefined();
});
