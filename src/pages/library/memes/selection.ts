/** The memes that a person has picked out, to do something with all of them. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Meme } from '../../../library/index.ts';

/** @param shown what can be picked: what a filter hides is never acted on */
export function createSelection(shown: ReadonlySignal<readonly Meme[]>) {
  const ids = signal<ReadonlySet<string>>(new Set());
  /** Where a range begins. */
  let anchor: string | undefined;

  const chosen = computed(() => {
    const picked = ids.value;
    return picked.size === 0 ? [] : shown.value.filter(({ id }) => picked.has(id));
  });

  return {
    ids,
    chosen,
    toggle(id: string): void {
      anchor = id;
      const next = new Set(ids.value);
      if (!next.delete(id)) next.add(id);
      ids.value = next;
    },
    /** Adds everything between the meme picked last and this one. */
    extendTo(id: string): void {
      const order = shown.value.map((meme) => meme.id);
      const to = order.indexOf(id);
      const from = anchor === undefined ? to : order.indexOf(anchor);
      anchor ??= id;
      const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
      ids.value = new Set([...ids.value, ...order.slice(first, last + 1)]);
    },
    all(): void {
      ids.value = new Set(shown.value.map(({ id }) => id));
    },
    clear(): void {
      anchor = undefined;
      ids.value = new Set();
    },
  };
}

export type Selection = ReturnType<typeof createSelection>;
