import { expect, it } from 'vitest';
import { createKeyHold } from '../../../src/content/held-keys.ts';

const down = (key: string, repeat = false) => ({ type: 'keydown', key, repeat });
const up = (key: string) => ({ type: 'keyup', key, repeat: false });

it.each(['Enter', '3'])('keeps the repeats and the end of a held %s from the page, however long it is held', (key) => {
  const hold = createKeyHold(0);
  for (const now of [500, 5_000, 20_000]) expect(hold.swallows(down(key, true), now)).toBe(true);
  expect(hold.swallows({ type: 'keypress', key, repeat: true }, 20_000)).toBe(true);
  expect(hold.swallows(up(key), 20_010)).toBe(true);
});

it('keeps the second half of a double press from the page', () => {
  const hold = createKeyHold(0);
  expect([hold.swallows(up('Enter'), 50), hold.swallows(down('Enter'), 200), hold.swallows(up('Enter'), 260)]).toEqual([
    true,
    true,
    true,
  ]);
});

it('lets the page have a press that comes later, and all that belongs to it', () => {
  const hold = createKeyHold(0);
  expect(hold.swallows(down('Enter'), 600)).toBe(false);
  expect(hold.swallows({ type: 'keypress', key: 'Enter', repeat: false }, 601)).toBe(false);
  expect(hold.swallows(down('Enter', true), 2000)).toBe(false);
  expect(hold.swallows(up('Enter'), 2100)).toBe(false);
});

it('lets all other keys pass at any time', () => {
  const hold = createKeyHold(0);
  for (const key of ['a', '0', ' ', 'Escape', 'Backspace']) {
    expect(hold.swallows(down(key), 10)).toBe(false);
    expect(hold.swallows(up(key), 20)).toBe(false);
  }
});
