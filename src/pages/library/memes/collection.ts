/** Every meme's record, kept right as the library changes. */
import { signal } from '@preact/signals';
import type { Library, Meme } from '../../../library/index.ts';
import { follow } from './follow.ts';

/** Shown at once, while the others are read: more than a screen. */
const FIRST = 60;
/** Milliseconds in which the pictures of those are asked for, before all the other records are. */
const HEAD_START = 150;

export type CollectionState = 'loading' | 'ready' | 'failed';

export function createCollection({ memes, changes }: Pick<Library, 'memes' | 'changes'>) {
  const all = signal<readonly Meme[]>([]);
  const count = signal(0);
  const state = signal<CollectionState>('loading');
  const trouble = signal('');

  const show = (shown: readonly Meme[]): void => {
    all.value = shown;
    count.value = shown.length;
  };

  const fail = (error: unknown): void => {
    console.error('Gurn: the library could not be read', error);
    trouble.value = error instanceof Error ? error.message : String(error);
    state.value = 'failed';
  };

  async function read(): Promise<void> {
    state.value = 'loading';
    if (all.value.length === 0) {
      all.value = await memes.list({ limit: FIRST });
      count.value = await memes.count();
      performance.mark('gurn:first');
      if (count.value > FIRST) await new Promise((resolve) => setTimeout(resolve, HEAD_START));
    }
    show(await memes.all());
    performance.mark('gurn:collection');
    state.value = 'ready';
  }

  /** What is there now takes the place of what was shown; what is not there any more goes. */
  async function apply(ids: readonly string[]): Promise<void> {
    const fresh = new Map((await memes.getMany(ids)).map((meme) => [meme.id, meme]));
    const changed = new Set(ids);
    const next: Meme[] = [];
    for (const meme of all.value) {
      const now = changed.has(meme.id) ? fresh.get(meme.id) : meme;
      fresh.delete(meme.id);
      if (now) next.push(now);
    }
    show([...next, ...fresh.values()]);
  }

  let reading: Promise<void> = Promise.resolve();
  follow(changes, ['added', 'removed', 'updated'], (ids) => reading.then(() => apply(ids)));

  return {
    all,
    /** Known before all of them are read. */
    count,
    state,
    trouble,
    /** Reads everything; resolves also when that fails, which `state` tells. */
    load(): Promise<void> {
      reading = read().catch(fail);
      return reading;
    },
  };
}
