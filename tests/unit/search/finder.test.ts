import { beforeEach, describe, expect, it } from 'vitest';
import { createMatcher, DIMENSIONS, type Matcher } from '../../../src/engine/index.ts';
import { createWordIndex, type WordIndex } from '../../../src/library/search/index.ts';
import { bestOf, createFinder } from '../../../src/offscreen/finder.ts';
import { memeOf } from './support.ts';

/** A unit vector at `degrees` from the first axis. */
function at(degrees: number): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(DIMENSIONS);
  vector[0] = Math.cos((degrees * Math.PI) / 180);
  vector[1] = Math.sin((degrees * Math.PI) / 180);
  return vector;
}

const EXPRESSIONS = [
  { name: 'smirk', words: ['smug'], mean: [...at(0)], count: 80 },
  { name: 'scream', words: ['aargh'], mean: [...at(120)], count: 80 },
];
/** As if random faces were evenly apart between 0 and 1. */
const engine = { expressions: EXPRESSIONS, closeness: (distance: number) => Math.max(0, 100 * (1 - distance)) };

let index: WordIndex;
let matcher: Matcher;
beforeEach(() => {
  index = createWordIndex();
  matcher = createMatcher();
});
const add = (id: string, degrees: number | undefined, fields: Parameters<typeof memeOf>[1] = {}): void => {
  index.put(memeOf(id, fields));
  if (degrees !== undefined) matcher.set({ key: id, meme: id, vector: at(degrees) });
};
const find = (words: string): string[] | undefined => {
  const gallery = {
    search: (...of: Parameters<Matcher['search']>) => matcher.search(...of).map((m) => ({ ...m, frame: 0 })),
  };
  const scores = createFinder({ index, gallery, engine })(words);
  return scores && bestOf(scores, 100);
};

describe('the word for an expression', () => {
  it('finds the memes whose faces lie nearest to it, nearest first, and those that are called so', () => {
    for (let i = 0; i < 20; i += 1) add(`near${String(i).padStart(2, '0')}`, 0.1 + i / 10);
    for (let i = 0; i < 20; i += 1) add(`far${i}`, 90 + i);
    add('named', undefined, { name: 'My smirk' });
    const found = find('smirk') ?? [];
    expect(found).toHaveLength(21);
    expect(found.slice(0, 3)).toEqual(['named', 'near00', 'near01']);
    expect(found.some((id) => id.startsWith('far'))).toBe(false);
  });

  it('finds the nearest few where nobody really wears it', () => {
    for (let i = 0; i < 20; i += 1) add(`m${String(i).padStart(2, '0')}`, 60 + i);
    expect(find('smirk')).toEqual(['m00', 'm01', 'm02', 'm03', 'm04', 'm05']);
  });

  it('is found by its other words and in spite of a typo', () => {
    add('a', 1);
    expect(find('smug')).toEqual(['a']);
    expect(find('smrik')).toEqual(['a']);
  });
});

describe('several words', () => {
  beforeEach(() => {
    add('smirking cat', 1, { name: 'cat' });
    add('screaming cat', 119, { name: 'cat' });
    for (let i = 0; i < 8; i += 1) add(`dog${i}`, i / 10, { name: 'dog' });
  });

  it('find what all of them find, be it by name or by face', () => {
    expect(find('smirk cat')).toEqual(['smirking cat']);
    expect(find('cat smirk')).toEqual(['smirking cat']);
    expect(find('cat dog')).toEqual([]);
  });

  it('that say nothing yet hold nothing back', () => {
    expect(find('')).toBeUndefined();
    expect(find(' … ')).toBeUndefined();
    expect(find('c')).toBeUndefined();
    expect(find('qqqqqq')).toEqual([]);
  });
});
