/**
 * The insertions that are under way, kept for the browser's session: the browser may end this worker in the middle of
 * one. Who asks again then gets the same insertion, with the same token, and no second file.
 */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { InsertReport, type RequestOf } from '../../messages/index.ts';

/** Milliseconds after which an insertion without a report is none any more; no page works on one for so long. */
const STALE = 60_000;
/** The same meme asked for again within this time after it went in is a double click, in milliseconds. */
export const DOUBLE_CLICK = 1000;

const Entry = v.strictObject({
  token: v.string(),
  frame: v.number(),
  composer: v.string(),
  at: v.number(),
  report: v.optional(InsertReport),
});
export type Entry = v.InferOutput<typeof Entry>;

export const keyOf = ({ tab, meme }: RequestOf<'insert'>): string => `insertion ${tab} ${meme}`;

/** Returns the insertion that this request joins: one without a report that goes on, or one that has just ended. */
export async function recall(key: string): Promise<Entry | undefined> {
  const { [key]: stored } = await browser.storage.session.get(key);
  if (!v.is(Entry, stored)) return undefined;
  const age = Date.now() - stored.at;
  return age < (stored.report ? DOUBLE_CLICK : STALE) ? stored : undefined;
}

export const begin = (key: string, entry: Omit<Entry, 'at'>): Promise<void> =>
  browser.storage.session.set({ [key]: { ...entry, at: Date.now() } });

/** Whether the next click on the same meme is a new try: nothing went in. */
export const isOver = ({ outcome }: InsertReport): boolean =>
  outcome === 'refused' || outcome === 'no-composer' || outcome === 'would-send';

export async function end(key: string, report: InsertReport): Promise<void> {
  const entry = isOver(report) ? undefined : await recall(key);
  if (entry) await browser.storage.session.set({ [key]: { ...entry, report, at: Date.now() } });
  else await browser.storage.session.remove(key);
}
