/** The orders in which memes are shown. */
import type { Meme } from '../../../library/index.ts';

export const ORDERS = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
  ['lately', 'Last used first'],
  ['often', 'Most used first'],
  ['name', 'By name'],
] as const;
export type Order = (typeof ORDERS)[number][0];

export const orderOf = (value: string): Order => ORDERS.find(([order]) => order === value)?.[0] ?? 'newest';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Memes of the same millisecond, use or name keep a fixed order among themselves. */
const newest = (a: Meme, b: Meme): number => b.added - a.added || (a.id < b.id ? 1 : -1);

const COMPARE: Readonly<Record<Order, (a: Meme, b: Meme) => number>> = {
  newest,
  oldest: (a, b) => newest(b, a),
  lately: (a, b) => b.used.last - a.used.last || newest(a, b),
  often: (a, b) => b.used.count - a.used.count || newest(a, b),
  name: (a, b) => collator.compare(a.name, b.name) || newest(a, b),
};

export const inOrder = (memes: readonly Meme[], order: Order): readonly Meme[] => memes.toSorted(COMPARE[order]);
