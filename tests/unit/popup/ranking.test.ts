import { expect, test } from 'vitest';
import { EMPTY_RANKING, type Match, type Ranking, rank } from '../../../src/popup/ranking.ts';

const matches = (distances: Readonly<Record<string, number>>): Match[] =>
  Object.entries(distances)
    .map(([meme, distance]) => ({ meme, frame: 0, distance, closeness: 50 }))
    .sort((a, b) => a.distance - b.distance);

const names = ({ order }: Ranking): string => order.map(({ meme }) => meme).join('');

/** Plays frames, one every 100 ms, and returns the order after each. */
function film(frames: readonly Readonly<Record<string, number>>[]): string[] {
  let shown = EMPTY_RANKING;
  return frames.map((distances, index) => {
    shown = rank(shown, matches(distances), index * 100);
    return names(shown);
  });
}

test('two memes that take turns by a hair keep their places', () => {
  const a = { a: 0.5, b: 0.51, c: 0.9 };
  const b = { a: 0.51, b: 0.5, c: 0.9 };
  expect(new Set(film([a, b, a, b, a, b, a, b]))).toEqual(new Set(['abc']));
});

test('a hair that lasts counts, within 300 ms of its beginning', () => {
  const a = { a: 0.5, b: 0.51 };
  const b = { a: 0.51, b: 0.5 };
  expect(film([a, b, b, b])).toEqual(['ab', 'ab', 'ab', 'ba']);
});

test('a new face changes the order in the very frame in which it comes', () => {
  expect(
    film([
      { a: 0.3, b: 0.5, c: 0.9 },
      { a: 0.9, b: 0.8, c: 0.3 },
    ]),
  ).toEqual(['abc', 'cba']);
});

test('memes of the new face replace those that are no longer among the nearest', () => {
  expect(
    film([
      { a: 0.3, b: 0.5 },
      { x: 0.2, y: 0.4 },
    ]),
  ).toEqual(['ab', 'xy']);
});

test('a newcomer that is clearly nearer goes to the top, one that is farther to its place', () => {
  expect(
    film([
      { a: 0.5, c: 0.9 },
      { a: 0.5, b: 0.7, c: 0.9, n: 0.2 },
    ]),
  ).toEqual(['ac', 'nabc']);
});

test('the distances shown are always those of the newest frame', () => {
  const first = rank(EMPTY_RANKING, matches({ a: 0.5, b: 0.6 }), 0);
  expect(rank(first, matches({ a: 0.52, b: 0.6 }), 100).order[0]?.distance).toBe(0.52);
});

test('nothing matches: nothing is shown', () => {
  expect(film([{ a: 0.5 }, {}])).toEqual(['a', '']);
});
