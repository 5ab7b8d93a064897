/** Brings a pack that was read and checked into the library. */
import { BRINGING } from '../bring.ts';
import type { Announcer } from '../changes.ts';
import type { Connection, Writing } from '../connection.ts';
import { createMend } from '../mend.ts';
import { strikeOff } from '../planned.ts';
import { deleteFaces, insert } from '../records.ts';
import { STARTER } from '../schema.ts';
import { additionOf, arrival } from './merge.ts';
import type { PackMeme } from './read.ts';

/** `same`: all of it was there. `dismissed`: a sticker that the user deleted, and that stays deleted. */
export type Outcome = 'added' | 'merged' | 'same' | 'dismissed';

export interface Merged {
  /** Ids by what became of them. */
  readonly outcomes: Readonly<Record<Outcome, readonly string[]>>;
  /** Of those that were added: whose faces another embedder found, so that they must be searched again. */
  readonly waiting: readonly string[];
}

export interface Packs {
  /**
   * Adds and merges memes in one transaction: all or none. `model` is the version of this Gurn's embedder.
   * A removal that can still be taken back is taken back for those that the pack brings.
   * @throws LibraryError; the signal's reason when that is aborted: then nothing has changed
   */
  merge(memes: readonly PackMeme[], model: string, options?: MergeOptions): Promise<Merged>;
}

export interface MergeOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Memes whose requests are underway at once: the database answers each in its own time. */
const AT_ONCE = 64;

type Store = Writing<(typeof BRINGING)[number]>;

export function createPacks(connection: Connection, announcer: Announcer): Packs {
  const { announce } = announcer;
  const mend = createMend(connection, announcer);
  /** The pack is in; a picture of before that stays broken is no reason to say that it is not. */
  const mendAll = async (memes: readonly PackMeme[]): Promise<void> => {
    try {
      for (const { record, bytes } of memes) await mend(record.id, bytes);
    } catch (error) {
      console.error('Gurn: pictures could not be mended from the pack', error);
    }
  };
  return {
    async merge(memes, model, { signal, onProgress } = {}) {
      const now = Date.now();
      const outcomes: Record<Outcome, string[]> = { added: [], merged: [], same: [], dismissed: [] };
      const storing = connection.write(BRINGING, async (tx) => {
        for (let done = 0; done < memes.length; done += AT_ONCE) {
          signal?.throwIfAborted();
          const some = memes.slice(done, done + AT_ONCE);
          const ends = await Promise.all(some.map((meme) => mergeOne(tx, meme, model, now)));
          for (const [i, { record }] of some.entries()) outcomes[ends[i] ?? 'same'].push(record.id);
          onProgress?.(done + some.length, memes.length);
        }
        signal?.throwIfAborted();
        return strikeOff(tx, [...outcomes.merged, ...outcomes.same]);
      });
      const back = await storing.catch((error: unknown) => {
        // That the person cancelled says more than that the browser broke it off.
        signal?.throwIfAborted();
        throw error;
      });
      announce('added', [...outcomes.added, ...back]);
      announce('updated', outcomes.merged);
      announce('faces', outcomes.merged);
      const known = new Set([...outcomes.merged, ...outcomes.same]);
      await mendAll(memes.filter(({ record }) => known.has(record.id)));
      const added = new Set(outcomes.added);
      const waiting = memes.filter(({ record }) => added.has(record.id) && record.indexed !== model);
      return { outcomes, waiting: waiting.map(({ record }) => record.id) };
    },
  };
}

async function mergeOne(tx: Store, whole: PackMeme, model: string, now: number): Promise<Outcome> {
  const { record, bytes, faces } = whole;
  const meme = await tx.objectStore('memes').get(record.id);
  if (!meme) {
    const wasDeleted = record.source === STARTER && (await tx.objectStore('dismissed').getKey(record.id)) !== undefined;
    if (wasDeleted) return 'dismissed';
    await insert(tx, { meme: arrival(whole, model, now), bytes, faces });
    return 'added';
  }
  const own = await tx.objectStore('faces').index('meme').getAll(record.id);
  const addition = additionOf(meme, own, whole, model);
  if (!addition) return 'same';
  await tx.objectStore('memes').put(addition.meme);
  if (addition.replacesDetected) await deleteFaces(tx, record.id, ({ origin }) => origin === 'detected');
  for (const face of addition.faces) await tx.objectStore('faces').add(face);
  return 'merged';
}
