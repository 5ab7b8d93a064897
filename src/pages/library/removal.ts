/** Deleting with a way back: a meme leaves the page at once and the library a moment later. */
import { signal } from '@preact/signals';
import type { Library, Meme } from '../../library/index.ts';

/** Long enough to read the line and find the button (ms). */
export const UNDO_MS = 7000;

export function createRemoval(memes: Pick<Library['memes'], 'remove'>) {
  /** What waits to be deleted; hidden already. */
  const waiting = signal<readonly Meme[]>([]);
  const trouble = signal('');
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    const going = waiting.value;
    if (going.length === 0) return;
    try {
      await memes.remove(going.map(({ id }) => id));
      trouble.value = '';
    } catch (error) {
      trouble.value = error instanceof Error ? error.message : String(error);
    }
    waiting.value = waiting.value.filter((meme) => !going.includes(meme));
  }

  // Who closes the page has not asked for it back.
  addEventListener('pagehide', () => void flush());

  return {
    waiting,
    trouble,
    remove(meme: Meme): void {
      waiting.value = [...waiting.value, meme];
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), UNDO_MS);
    },
    undo(): void {
      clearTimeout(timer);
      waiting.value = [];
    },
  };
}
