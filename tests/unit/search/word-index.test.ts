import { beforeEach, describe, expect, it } from 'vitest';
import {
  createNameIndex,
  createWordIndex,
  tokensOf,
  type WordIndex,
  wantedIn,
} from '../../../src/library/search/index.ts';
import { memeOf } from './support.ts';

const MEMES = [
  memeOf('a', { name: 'Grumpy Cat', tags: ['cat', 'no'] }),
  memeOf('b', { name: 'Monday', source: 'https://www.frogs.example/pictures/41.png?size=grumpy' }),
  memeOf('c', { name: 'From the office', title: 'Crème brûlée at lunch' }),
  memeOf('d', { name: 'Улыбка', tags: ['grumpily'] }),
];

let index: WordIndex;
beforeEach(async () => {
  index = createWordIndex();
  await index.fill(MEMES);
});
const found = (token: string): string => [...index.find(token).keys()].sort().join('');

describe('a word finds memes', () => {
  it.each([
    ['cat', 'a', 'by name and tag'],
    ['gru', 'ad', 'by how words begin, but not by what follows the ? of an address'],
    ['frogs', 'b', 'by where they came from'],
    ['office', 'c', 'by name'],
    ['lunch', 'c', 'by the title of the page'],
    ['улыбка', 'd', 'in any script'],
    ['grmpy', 'a', 'with a letter left out'],
    ['offcie', 'c', 'with two letters that changed places'],
    ['mnoday', 'b', 'at the beginning too'],
    ['cst', '', 'but not when the word is short'],
    ['https', '', 'never by what all addresses have'],
    ['ca', 'a', 'from two letters on'],
  ])('%s: %s, %s', (token, ids) => {
    expect(found(token)).toBe(ids);
  });

  it('only as written when something is: "frog" does not bring what is "from" somewhere', () => {
    expect(found('frog')).toBe('b');
    expect(found('from')).toBe('c');
  });

  it('with the best at 1, and a name counting for more than an address', async () => {
    index.put(memeOf('e', { name: 'frogs' }));
    const scores = index.find('frogs');
    expect(scores.get('e')).toBe(1);
    expect(scores.get('b')).toBeGreaterThan(0);
    expect(scores.get('b')).toBeLessThan(1);
  });
});

it('follows what is put anew and what is removed', () => {
  index.put(memeOf('a', { name: 'Happy dog' }));
  expect(found('cat')).toBe('');
  expect(found('happy')).toBe('a');
  index.remove('a');
  index.remove('never there');
  expect(found('happy')).toBe('');
  expect(index.size).toBe(3);
});

describe('words are', () => {
  it('cut at everything that is no letter or digit, without case and accents', () => {
    expect(tokensOf('Crème_BRÛLÉE, part-2: www.example.org')).toEqual([
      'creme',
      'brulee',
      'part',
      '2',
      'example',
      'org',
    ]);
  });

  it('not the digests and keys of addresses', () => {
    expect(tokensOf(`cat ${'0123456789abcdef'.repeat(4)}`)).toEqual(['cat']);
  });

  it.each([
    ['c', []],
    ['cat d', ['cat']],
    ['vitamin c ', ['vitamin', 'c']],
    ['4', ['4']],
    [' … ', []],
  ])('"%s" typed means %j: a letter that was only begun waits', (words, tokens) => {
    expect(wantedIn(words)).toEqual(tokens);
  });
});

describe('named expressions', () => {
  const meant = createNameIndex([
    { name: 'smirk', words: ['half smile', 'smug'] },
    { name: 'laugh', words: ['lol', 'haha'] },
    { name: 'smile', words: [] },
  ]);
  it.each([
    ['smirk', [0]],
    ['lol', [1]],
    ['smil', [0, 2]],
    ['laughs', [1]],
    ['xylophone', []],
    ['lagh', [1]],
    ['sm', []],
  ])('"%s" may mean %j', (token, expressions) => {
    expect([...meant(token)].sort()).toEqual(expressions);
  });
});
