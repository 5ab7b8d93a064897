import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Meme } from '../../../../src/library/index.ts';
import type { Worn } from '../../../../src/pages/library/memes/insight.ts';
import { inOrder, ORDERS, orderOf } from '../../../../src/pages/library/memes/order.ts';
import { createSelection } from '../../../../src/pages/library/memes/selection.ts';
import { createView } from '../../../../src/pages/library/memes/view.ts';
import { idsOf, memeOf } from './support.ts';

const MEMES = [
  memeOf('a', { name: 'Grumpy Cat', tags: ['cat', 'no'], added: 1, used: { count: 1, last: 50 } }),
  memeOf('b', { name: 'meme 10', source: 'https://cats.example/1', added: 3, animated: true }),
  memeOf('c', { name: 'Meme 9', title: 'Dogs and cats', added: 2, used: { count: 7, last: 20 } }),
  memeOf('d', { name: 'Élan', tags: ['dog'], added: 2 }),
];

function stage(memes: readonly Meme[] = MEMES) {
  const all = signal(memes);
  const hidden = signal<ReadonlySet<string>>(new Set());
  const worn = signal<Worn | undefined>(undefined);
  const view = createView({ all, hidden, worn });
  return { all, hidden, worn, view, shown: () => idsOf(view.shown.value) };
}

describe('the order', () => {
  it.each([
    ['newest', 'bdca'],
    ['oldest', 'acdb'],
    ['lately', 'acbd'],
    ['often', 'cabd'],
    ['name', 'dacb'],
  ] as const)('%s is %s: numbers by value, letters whatever their case and accents', (order, ids) => {
    expect(idsOf(inOrder(MEMES, order))).toBe(ids);
    expect(idsOf(inOrder(MEMES.toReversed(), order))).toBe(ids);
  });

  it('that is not one is the newest first', () => {
    expect(orderOf('sideways')).toBe('newest');
    for (const [order] of ORDERS) expect(orderOf(order)).toBe(order);
  });
});

describe('the view', () => {
  it.each([
    ['cat', 'abc'],
    ['CATS', 'bc'],
    ['grumpy cat', 'a'],
    ['cat grumpy', 'a'],
    ['dog', 'cd'],
    ['no such', ''],
    ['  ', 'abcd'],
  ])('with the words "%s" shows %s: every word in name, tags, source or title', (words, ids) => {
    const { view } = stage();
    view.words.value = words;
    expect([...idsOf(view.shown.value)].sort().join('')).toBe(ids);
    expect(view.filtered.value).toBe(words.trim() !== '');
  });

  it('shows also what is nearly called so, as soon as that is known', () => {
    const near = signal<ReadonlySet<string>>(new Set());
    const [all, hidden, worn] = [signal(MEMES), signal(new Set<string>()), signal(undefined)];
    const view = createView({ all, hidden, worn, near: (words) => (words === 'grmpy' ? near.value : new Set()) });
    view.words.value = 'grmpy';
    expect(idsOf(view.shown.value)).toBe('');
    near.value = new Set(['a']);
    expect(idsOf(view.shown.value)).toBe('a');
  });

  it('shows by tag, by movement, and both together', () => {
    const { view, shown } = stage();
    view.tag.value = 'dog';
    expect(shown()).toBe('d');
    view.animated.value = true;
    expect(shown()).toBe('');
    view.tag.value = '';
    expect(shown()).toBe('b');
    view.clear();
    expect(shown()).toBe('bdca');
  });

  it('shows by expression and by "no face" as soon as the faces are known, and all until then', () => {
    const { view, worn, shown } = stage();
    view.expression.value = 4;
    expect(shown()).toBe('bdca');
    worn.value = new Map([
      ['a', [4]],
      ['b', [1, 4]],
      ['c', [1]],
    ]);
    expect(shown()).toBe('ba');
    view.expression.value = undefined;
    view.faceless.value = true;
    expect(shown()).toBe('d');
  });

  it('leaves out what is being deleted, and counts tags from the most used on', () => {
    const { view, hidden, all, shown } = stage();
    hidden.value = new Set(['b', 'd']);
    expect(shown()).toBe('ca');
    all.value = [...MEMES, memeOf('e', { tags: ['dog', 'a'] })];
    expect(view.tags.value).toEqual([
      ['dog', 2],
      ['a', 1],
      ['cat', 1],
      ['no', 1],
    ]);
  });
});

describe('the selection', () => {
  const order = 'abcdef';
  function selecting() {
    const shown = signal<readonly Meme[]>([...order].map((id) => memeOf(id)));
    const selection = createSelection(shown);
    return { shown, selection, chosen: () => idsOf(selection.chosen.value) };
  }

  it('takes one, gives it back, and reaches from the last one in either direction', () => {
    const { selection, chosen } = selecting();
    selection.toggle('c');
    selection.extendTo('e');
    expect(chosen()).toBe('cde');
    selection.extendTo('a');
    expect(chosen()).toBe('abcde');
    selection.toggle('d');
    expect(chosen()).toBe('abce');
    selection.clear();
    expect(chosen()).toBe('');
    selection.extendTo('b');
    expect(chosen()).toBe('b');
  });

  it('of everything is everything that is shown, and what a filter hides is not acted on', () => {
    const { shown, selection, chosen } = selecting();
    selection.all();
    expect(chosen()).toBe('abcdef');
    shown.value = shown.value.slice(0, 2);
    expect(chosen()).toBe('ab');
    selection.toggle('f');
    expect(chosen()).toBe('ab');
  });
});
