/** An index of the whole library that stays right while the library changes. */
import type { Changes } from '../changes.ts';
import type { Memes } from '../memes.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';

export interface FollowedIndex extends Pick<WordIndex, 'find' | 'size'> {
  /** Calls `listener` after the index changed; returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Follows no longer. */
  close(): void;
}

/** Reads every meme and follows the library from then on; what changes while it reads is applied afterwards. */
export async function openWordIndex(library: {
  readonly memes: Pick<Memes, 'all' | 'getMany'>;
  readonly changes: Changes;
}): Promise<FollowedIndex> {
  const index = createWordIndex();
  const listeners = new Set<() => void>();

  const refresh = async (ids: readonly string[]): Promise<void> => {
    const there = new Map((await library.memes.getMany(ids)).map((meme) => [meme.id, meme]));
    for (const id of ids) {
      const meme = there.get(id);
      if (meme) index.put(meme);
      else index.remove(id);
    }
    for (const listener of listeners) listener();
  };

  let work: Promise<void> = Promise.resolve();
  const close = library.changes.subscribe(({ type, ids }) => {
    if (type === 'faces') return;
    work = work
      .then(() => refresh(ids))
      .catch((error: unknown) => console.error('Gurn: the search index could not follow a change', error));
  });
  const reading = library.memes.all().then((memes) => index.fill(memes));
  work = reading.catch(() => undefined);
  await reading.catch((error: unknown) => {
    close();
    throw error;
  });

  return {
    get size() {
      return index.size;
    },
    find: (token) => index.find(token),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close,
  };
}
