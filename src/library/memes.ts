import { BRINGING, bring } from './bring.ts';
import type { Announcer } from './changes.ts';
import type { Connection, Reading } from './connection.ts';
import { LibraryError } from './errors.ts';
import { deleteWhole, type NewFace, type NewMeme, prepare, WHOLE } from './records.ts';
import type { Meme } from './schema.ts';

export interface Added {
  readonly id: string;
  readonly outcome: 'added' | 'duplicate';
}

export interface Listing {
  /** By when it was added. */
  readonly order?: 'newest' | 'oldest';
  readonly limit?: number;
  /** The last meme of the page before. */
  readonly after?: Pick<Meme, 'id' | 'added'>;
}

export interface Memes {
  count(): Promise<number>;
  /** A page of the library, newest first and 100 long unless told otherwise. */
  list(listing?: Listing): Promise<Meme[]>;
  get(id: string): Promise<Meme | undefined>;
  bytes(id: string): Promise<Blob | undefined>;
  /**
   * Adds a meme with its faces, whole or not at all; bytes that are in the library already change nothing. A meme whose
   * removal is planned counts as added: it stays, with the name and tags it had.
   */
  add(whole: { meme: NewMeme; bytes: Blob; faces: readonly NewFace[]; thumb?: Blob }): Promise<Added>;
  /** Deletes memes with their bytes and faces, all or none; returns those that were there. */
  remove(ids: readonly string[]): Promise<string[]>;
  /** @throws LibraryError missing */
  update(id: string, fields: { name?: string; tags?: readonly string[] }): Promise<Meme>;
  /** Counts an insertion or a copy at `at` (epoch milliseconds). A meme deleted meanwhile is no error. */
  recordUse(id: string, at: number): Promise<void>;
}

export function createMemes(connection: Connection, { announce }: Announcer): Memes {
  const change = (id: string, next: (meme: Meme) => Meme) =>
    connection.write(['memes'], async (tx) => {
      const meme = await tx.objectStore('memes').get(id);
      if (!meme) return undefined;
      const changed = next(meme);
      await tx.objectStore('memes').put(changed);
      return changed;
    });

  return {
    count: () => connection.read(['memes'], (tx) => tx.objectStore('memes').count()),
    list: (listing = {}) => connection.read(['memes'], (tx) => page(tx, listing)),
    get: (id) => connection.read(['memes'], (tx) => tx.objectStore('memes').get(id)),
    bytes: (id) => connection.read(['bytes'], (tx) => tx.objectStore('bytes').get(id)),

    async add({ meme, bytes, faces, thumb }) {
      const whole = await prepare(meme, bytes, faces, thumb);
      const { id } = whole.meme;
      const added = await connection.write(BRINGING, (tx) => bring(tx, whole));
      if (added) announce('added', [id]);
      return { id, outcome: added ? 'added' : 'duplicate' };
    },

    async remove(ids) {
      const removed = await connection.write(WHOLE, (tx) => deleteWhole(tx, ids));
      announce('removed', removed);
      return removed;
    },

    async update(id, { name, tags }) {
      const meme = await change(id, (old) => ({ ...old, name: name ?? old.name, tags: tags ? [...tags] : old.tags }));
      if (!meme) throw new LibraryError('missing');
      announce('updated', [id]);
      return meme;
    },

    async recordUse(id, at) {
      const meme = await change(id, (old) => ({
        ...old,
        used: { count: old.used.count + 1, last: Math.max(at, old.used.last) },
      }));
      if (meme) announce('updated', [id]);
    },
  };
}

/** Walks the index from where the page before ended: deep pages cost no more than the first. */
async function page(tx: Reading<'memes'>, { order = 'newest', limit = 100, after }: Listing): Promise<Meme[]> {
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
