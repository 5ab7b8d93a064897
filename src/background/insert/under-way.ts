/**
 * The insertions that are under way or have ended, kept for the browser's session: the browser may end this worker in
 * the middle of one. Who asks again with the same id then gets the same insertion, and no second file.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { InsertReport, type RequestOf } from '../../messages/index.ts';

/** Milliseconds that an insertion is kept: nobody asks again for so long. */
const KEPT = 10 * 60_000;

const Entry = v.strictObject({
  token: v.string(),
  frame: v.number(),
  composer: v.string(),
  at: v.number(),
  report: v.optional(InsertReport),
});
export type Entry = v.InferOutput<typeof Entry>;

const PREFIX = 'insertion ';
export const keyOf = ({ id }: Pick<RequestOf<'insert'>, 'id'>): string => `${PREFIX}${id}`;

/** Returns the insertion that was begun under this key. */
export async function recall(key: string): Promise<Entry | undefined> {
  const { [key]: stored } = await browser.storage.session.get(key);
  return v.is(Entry, stored) ? stored : undefined;
}

/** Keeps it, and lets go of the old ones. */
export async function begin(key: string, entry: Omit<Entry, 'at'>): Promise<void> {
  await browser.storage.session.set({ [key]: { ...entry, at: Date.now() } });
  const kept = Object.entries(await browser.storage.session.get(null));
  const old = kept.filter(
    ([name, value]) => name.startsWith(PREFIX) && !(v.is(Entry, value) && Date.now() - value.at < KEPT),
  );
  if (old.length > 0) await browser.storage.session.remove(old.map(([name]) => name));
}

export async function end(key: string, report: InsertReport): Promise<void> {
  const entry = await recall(key);
  if (entry) await browser.storage.session.set({ [key]: { ...entry, report } });
}
