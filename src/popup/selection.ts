/** Which match the keyboard means: the best, until the person moves to another; then that one, wherever it ranks. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type Move, moved } from './keys.ts';
import type { Shown } from './search.ts';

export type Selection = ReturnType<typeof createSelection>;

export function createSelection(shown: ReadonlySignal<readonly Shown[]>) {
  const chosen = signal<string | null>(null);
  const index = computed(() =>
    Math.max(
      0,
      shown.value.findIndex(({ meme }) => meme === chosen.value),
    ),
  );
  return {
    index,
    meme: computed(() => shown.value[index.value]?.meme),
    choose(meme: string): void {
      chosen.value = meme;
    },
    /** @param columns matches in a row as they are laid out now. */
    move(by: Move, columns: number): void {
      const { length } = shown.value;
      if (length > 0) chosen.value = shown.value[moved(index.value, by, length, columns)]?.meme ?? null;
    },
  };
}
