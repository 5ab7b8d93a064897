import { BRINGING, bring } from './bring.ts';
import type { Announcer } from './changes.ts';
import type { Connection, Writing } from './connection.ts';
import { LibraryError } from './errors.ts';
import { everything, type Listing, page } from './listing.ts';
import { createMend } from './mend.ts';
import { deleteWhole, type NewFace, type NewMeme, prepare, WHOLE } from './records.ts';
import type { Meme } from './schema.ts';
import { readSetting } from './settings.ts';

export interface Added {
  readonly id: string;
  readonly outcome: 'added' | 'duplicate';
}

export interface Memes {
  count(): Promise<number>;
  /** A page of the library, newest first and 100 long unless told otherwise. */
  list(listing?: Listing): Promise<Meme[]>;
  /** Every meme's record, in no order: some 20 MB while 20,000 are held. */
  all(): Promise<Meme[]>;
  get(id: string): Promise<Meme | undefined>;
  /** Those of `ids` that are there. */
  getMany(ids: readonly string[]): Promise<Meme[]>;
  /** Whether a meme is there to stay; one whose removal is planned is not. */
  has(id: string): Promise<boolean>;
  bytes(id: string): Promise<Blob | undefined>;
  /** Lays the same picture in the place of one whose file cannot be read any more; true when that was so. See mend.ts. */
  mend(id: string, picture: Blob): Promise<boolean>;
  /**
   * Adds a meme with its faces, whole or not at all; bytes that are in the library already change nothing. A meme whose
   * removal is planned counts as added: it stays, with the name and tags it had.
   */
  add(whole: { meme: NewMeme; bytes: Blob; faces: readonly NewFace[]; thumb?: Blob }): Promise<Added>;
  /** Deletes memes with their bytes and faces, all or none; returns those that were there. */
  remove(ids: readonly string[]): Promise<string[]>;
  /**
   * Adds tags to memes and takes others away, in one transaction; memes deleted meanwhile are left out.
   * @returns those that changed
   */
  retag(ids: readonly string[], tags: { add?: readonly string[]; remove?: readonly string[] }): Promise<string[]>;
  /** @throws LibraryError missing */
  update(id: string, fields: { name?: string; tags?: readonly string[] }): Promise<Meme>;
  /** Counts an insertion or a copy at `at` (epoch milliseconds). A meme deleted meanwhile is no error. */
  recordUse(id: string, at: number): Promise<void>;
}

export function createMemes(connection: Connection, announcer: Announcer): Memes {
  const { announce } = announcer;
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
    all: () => connection.read(['memes'], everything),
    get: (id) => connection.read(['memes'], (tx) => tx.objectStore('memes').get(id)),
    getMany: (ids) =>
      connection.read(['memes'], async (tx) => {
        const found = await Promise.all(ids.map((id) => tx.objectStore('memes').get(id)));
        return found.flatMap((meme) => meme ?? []);
      }),
    has: (id) =>
      connection.read(['memes', 'settings'], async (tx) => {
        if (!(await tx.objectStore('memes').getKey(id))) return false;
        return !(await readSetting(tx, 'pendingRemovals')).includes(id);
      }),
    bytes: (id) => connection.read(['bytes'], (tx) => tx.objectStore('bytes').get(id)),
    mend: createMend(connection, announcer),

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

    async retag(ids, tags) {
      const changed = await connection.write(['memes'], (tx) => retag(tx, ids, tags));
      announce('updated', changed);
      return changed;
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

async function retag(
  tx: Writing<'memes'>,
  ids: readonly string[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Promise<string[]> {
  const changed: string[] = [];
  for (const id of new Set(ids)) {
    const meme = await tx.objectStore('memes').get(id);
    if (!meme) continue;
    const tags = [...new Set([...meme.tags, ...add])].filter((tag) => !remove.includes(tag));
    if (tags.length === meme.tags.length && tags.every((tag, i) => tag === meme.tags[i])) continue;
    await tx.objectStore('memes').put({ ...meme, tags });
    changed.push(id);
  }
  return changed;
}
