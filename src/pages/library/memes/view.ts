/** Which memes are shown, and in which order. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meme } from '../../../library/index.ts';
import type { Worn } from './insight.ts';
import { matchesWords } from './matches-words.ts';
import { inOrder, type Order } from './order.ts';

export interface ViewParts {
  readonly all: ReadonlySignal<readonly Meme[]>;
  /** On their way out. */
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  readonly worn: ReadonlySignal<Worn | undefined>;
  /** Memes whose words are nearly these. */
  readonly near?: (words: string) => ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export function createView({ all, hidden, worn, near = () => NONE }: ViewParts) {
  const words = signal('');
  /** Index of a named expression. */
  const expression = signal<number | undefined>(undefined);
  const tag = signal('');
  const faceless = signal(false);
  const animated = signal(false);
  const order = signal<Order>('newest');

  const sorted = computed(() => inOrder(all.value, order.value));
  /** Conditions that a meme must meet; those on faces hold back nothing until the faces are known. */
  const conditions = computed(() => {
    const list: ((meme: Meme) => boolean)[] = [];
    const out = hidden.value;
    if (out.size > 0) list.push(({ id }) => !out.has(id));
    if (words.value.trim()) {
      const exactly = matchesWords(words.value);
      const nearly = near(words.value);
      list.push((meme) => exactly(meme) || nearly.has(meme.id));
    }
    const wanted = tag.value;
    if (wanted) list.push(({ tags }) => tags.includes(wanted));
    if (animated.value) list.push((meme) => meme.animated);
    const known = worn.value;
    if (known && faceless.value) list.push(({ id }) => !known.has(id));
    const name = expression.value;
    if (known && name !== undefined) list.push(({ id }) => known.get(id)?.includes(name) ?? false);
    return list;
  });

  return {
    words,
    expression,
    tag,
    faceless,
    animated,
    order,
    shown: computed(() => {
      const list = conditions.value;
      return list.length === 0 ? sorted.value : sorted.value.filter((meme) => list.every((fits) => fits(meme)));
    }),
    /** Whether anything but the order was chosen. */
    filtered: computed(
      () =>
        words.value.trim() !== '' ||
        expression.value !== undefined ||
        tag.value !== '' ||
        faceless.value ||
        animated.value,
    ),
    /** Every tag with the number of its memes, the most used first. */
    tags: computed(() => {
      const counts = new Map<string, number>();
      for (const meme of all.value) for (const one of meme.tags) counts.set(one, (counts.get(one) ?? 0) + 1);
      return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
    }),
    clear(): void {
      words.value = '';
      expression.value = undefined;
      tag.value = '';
      faceless.value = false;
      animated.value = false;
    },
  };
}

export type View = ReturnType<typeof createView>;
