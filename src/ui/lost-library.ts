/**
 * Which library this browser had, noted outside of the database: one that the browser lost leaves no trace of itself, and
 * the empty one in its place looks like that of a new user.
 */
import * as v from 'valibot';
import type { Library } from '../library/index.ts';

const KEY = 'library';

const Seen = v.object({ identity: v.string(), memes: v.number(), at: v.number() });

export interface Loss {
  /** How many memes were in it, starter stickers and all, and when that was (epoch milliseconds). */
  readonly memes: number;
  readonly at: number;
}

/** What is asked of `storage.local`. */
export interface Notes {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

type Asked = { readonly memes: Pick<Library['memes'], 'count'> } & Pick<Library, 'identity'>;

/** Tells of a library that was there and is not this one; otherwise notes what is there now. */
export async function lookForLoss(library: Asked, notes: Notes, now = Date.now()): Promise<Loss | undefined> {
  const [{ [KEY]: stored }, identity] = await Promise.all([notes.get(KEY), library.identity()]);
  if (v.is(Seen, stored) && stored.identity !== identity) return { memes: stored.memes, at: stored.at };
  await notes.set({ [KEY]: { identity, memes: await library.memes.count(), at: now } });
  return undefined;
}

/** The person knows, or has deleted it: the library that is there next is theirs. */
export const forgetLibrary = (notes: Pick<Notes, 'remove'>): Promise<void> => notes.remove(KEY);
