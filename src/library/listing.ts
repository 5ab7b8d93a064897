/** Reading many memes at once. */
import type { Reading } from './connection.ts';
import type { Meme } from './schema.ts';

export interface Listing {
  /** By when it was added. */
  readonly order?: 'newest' | 'oldest';
  readonly limit?: number;
  /** The last meme of the page before. */
  readonly after?: Pick<Meme, 'id' | 'added'>;
}

/** Memes read at once: some 30 ms, so that a view can read and show pictures in between. */
const CHUNK = 2_000;

/** Every record, in the order of the ids. */
export async function everything(tx: Reading<'memes'>): Promise<Meme[]> {
  const memes: Meme[] = [];
  let range: IDBKeyRange | null = null;
  for (;;) {
    const chunk: Meme[] = await tx.objectStore('memes').getAll(range, CHUNK);
    for (const meme of chunk) memes.push(meme);
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return memes;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

/** Walks the index from where the page before ended: deep pages cost no more than the first. */
export async function page(tx: Reading<'memes'>, { order = 'newest', limit = 100, after }: Listing): Promise<Meme[]> {
  const direction = order === 'newest' ? 'prev' : 'next';
  const index = tx.objectStore('memes').index('added');
  const bound = direction === 'prev' ? IDBKeyRange.upperBound : IDBKeyRange.lowerBound;
  let cursor = await index.openCursor(after ? bound.call(IDBKeyRange, after.added) : null, direction);

  // Memes added in the same millisecond follow each other by id.
  if (after && cursor?.key === after.added) {
    const behind = direction === 'prev' ? cursor.primaryKey > after.id : cursor.primaryKey < after.id;
    if (behind) cursor = await cursor.continuePrimaryKey(after.added, after.id);
    if (cursor?.primaryKey === after.id) cursor = await cursor.continue();
  }
  const memes: Meme[] = [];
  while (cursor && memes.length < limit) {
    memes.push(cursor.value);
    if (memes.length < limit) cursor = await cursor.continue();
  }
  return memes;
}
