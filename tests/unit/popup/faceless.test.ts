import { expect, test } from 'vitest';
import { createFacelessSense } from '../../../src/popup/faceless.ts';
import { frame } from '../../browser/popup/scenarios.ts';

const result = (change: Parameters<typeof frame>[0]) => {
  const event = frame(change);
  if (event.type !== 'result') throw new Error('not a frame');
  return event.result;
};
const unmatched = result({ matches: [] });
const nobody = result({ faces: 0, face: null, matches: [] });
const matched = result({});

test('a face that finds no match for two seconds says that no meme has a face', () => {
  const sense = createFacelessSense();
  expect(sense(unmatched, 0)).toBe(false);
  expect(sense(unmatched, 1900)).toBe(false);
  expect(sense(unmatched, 2000)).toBe(true);
});

test('without a face in view nothing is known, however long', () => {
  const sense = createFacelessSense();
  sense(nobody, 0);
  sense(nobody, 9000);
  expect(sense(unmatched, 9100)).toBe(false);
});

test('once known it stays while nobody looks, and ends with the first match', () => {
  const sense = createFacelessSense();
  sense(unmatched, 0);
  sense(unmatched, 2000);
  expect(sense(nobody, 2100)).toBe(true);
  expect(sense(matched, 2200)).toBe(false);
  expect(sense(unmatched, 2300)).toBe(false);
});
