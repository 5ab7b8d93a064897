/** The memes on the page: read in pages as they are scrolled to, kept right as the library changes. */
import { signal } from '@preact/signals';
import type { Library, Meme } from '../../library/index.ts';

/** Memes read at once: a screen or three of them. */
const PAGE = 120;

export function createShelf({ memes, changes }: Pick<Library, 'memes' | 'changes'>) {
  const shown = signal<readonly Meme[]>([]);
  const count = signal(0);
  const complete = signal(false);
  const trouble = signal('');
  const reading = signal(false);

  const guarded = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      trouble.value = '';
    } catch (error) {
      console.error('Gurn: the library could not be read', error);
      trouble.value = error instanceof Error ? error.message : String(error);
    }
  };

  async function readPage(): Promise<void> {
    const after = shown.value.at(-1);
    const page = await memes.list({ limit: PAGE, ...(after && { after }) });
    const known = new Set(shown.value.map(({ id }) => id));
    shown.value = [...shown.value, ...page.filter(({ id }) => !known.has(id))];
    complete.value = page.length < PAGE;
    count.value = await memes.count();
  }

  const readAll = async (ids: readonly string[]): Promise<Meme[]> =>
    (await Promise.all(ids.map((id) => memes.get(id)))).flatMap((meme) => meme ?? []);

  /** New ones come first; those changed elsewhere are read again; those removed go. */
  async function follow(type: string, ids: readonly string[]): Promise<void> {
    const changed = new Set(ids);
    if (type === 'removed') shown.value = shown.value.filter(({ id }) => !changed.has(id));
    if (type === 'updated') {
      const fresh = new Map((await readAll(ids)).map((meme) => [meme.id, meme]));
      shown.value = shown.value.map((meme) => fresh.get(meme.id) ?? meme);
    }
    if (type === 'added') {
      const known = new Set(shown.value.map(({ id }) => id));
      const fresh = await readAll(ids);
      shown.value = [...fresh.filter(({ id }) => !known.has(id)), ...shown.value];
    }
    count.value = await memes.count();
  }

  changes.subscribe(({ type, ids }) => void guarded(() => follow(type, ids)));

  return {
    shown,
    count,
    complete,
    trouble,
    reading,
    /** Reads the next page, unless one is being read. */
    async more(): Promise<void> {
      if (reading.value) return;
      reading.value = true;
      await guarded(readPage);
      reading.value = false;
    },
  };
}
