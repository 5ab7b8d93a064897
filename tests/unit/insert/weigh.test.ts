import { expect, it } from 'vitest';
import { weigh } from '../../../src/content/ladder/evidence.ts';

it.each([
  ['the same picture', 'same', true, 'proof'],
  ['the same picture, far off', 'same', false, 'proof'],
  ['what may be another frame of it', 'perhaps', true, 'hint'],
  ['what may be another frame of it, far off', 'perhaps', false, 'hint'],
  ['another picture', 'different', true, 'hint'],
  ['another picture, far off', 'different', false, undefined],
] as const)('weighs %s', (_, likeness, near, weight) => {
  expect(weigh(likeness, near)).toBe(weight);
});
