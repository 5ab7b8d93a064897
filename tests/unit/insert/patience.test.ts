import { expect, it } from 'vitest';
import { patienceFor } from '../../../src/content/ladder/patience.ts';

/** A preview that comes after so many milliseconds must still be seen. */
const SLOW = 5000;

it.each([
  ['a paste that is ignored, with no other way', 'paste', 'ignored', undefined],
  ['a paste that is ignored, with another way', 'paste', 'ignored', 'file-input'],
  ['a paste that is accepted', 'paste', 'accepted', undefined],
  ['a drop that is accepted', 'drop', 'accepted', 'file-input'],
] as const)('waits for a slow preview after %s', (_, rung, response, next) => {
  expect(patienceFor({ rung, response, next })).toBeGreaterThan(SLOW);
});

it.each([
  ['beforeinput follows, as in a browser', 'paste', 'beforeinput'],
  ['a drop is ignored, which nobody takes so', 'drop', 'file-input'],
] as const)('waits no time to speak of where %s', (_, rung, next) => {
  expect(patienceFor({ rung, response: 'ignored', next })).toBeLessThan(1000);
});
