/** Which picture of the imports is next, and how often each was begun. */
import type { Writing } from '../connection.ts';
import type { ImportItem, ImportRecord } from '../schema.ts';
import { type ImportStores, openOf, turn, withBegun } from './turn.ts';

/** Begun this often, a picture is taken to be what ended Gurn each time. */
const MOST_TRIES = 3;

const GIVEN_UP = 'Gurn was stopped each time it began with this picture, so it was left out.';

/** Bytes that were fetched and wait to be searched: no more than this many pictures are fetched ahead. */
const MOST_AHEAD = 32;

/** The stages of an import's pictures on their way. */
export type Stage = 'fetch' | 'waiting';

/** A picture of an import whose key is known. */
export type KeyedItem = ImportItem & { readonly key: number };

/** `tries`: how often it was begun, this time included. */
export type Claimed = KeyedItem & { readonly tries: number };

/** Oldest first. */
export const runningOf = (records: readonly ImportRecord[]): ImportRecord[] =>
  records.filter(({ state }) => state === 'running').toSorted((a, b) => a.created - b.created);

export const isOver = (record: ImportRecord): boolean => !record.gathering && openOf(record) === 0;

/** The imports of which pictures of this stage may be begun, oldest first. */
export function offering(records: readonly ImportRecord[], stage: Stage): ImportRecord[] {
  const isFarAhead = ({ counts }: ImportRecord): boolean => stage === 'fetch' && (counts.waiting ?? 0) >= MOST_AHEAD;
  return runningOf(records).filter((record) => (record.counts[stage] ?? 0) > 0 && !isFarAhead(record));
}

/** Notes that a picture was begun so many times. */
export async function begin(tx: Writing<ImportStores>, { key, ...item }: KeyedItem, times: number): Promise<void> {
  const record = await tx.objectStore('imports').get(item.import);
  if (record) await tx.objectStore('imports').put(withBegun(record, key, times));
}

/** The first picture of an import that may be begun, begun. Those that were begun too often are given up on the way. */
export async function beginNext(
  tx: Writing<ImportStores>,
  { id, begun = {} }: ImportRecord,
  stage: Stage,
  inHand: ReadonlySet<number>,
): Promise<Claimed | undefined> {
  const index = tx.objectStore('importItems').index('state');
  for (;;) {
    const first = (await index.getAll([id, stage], inHand.size + 1)).find(({ key = -1 }) => !inHand.has(key));
    if (first?.key === undefined) return undefined;
    const next = { ...first, key: first.key };
    const tries = begun[next.key] ?? 0;
    if (tries > 0 && inHand.size > 0) return undefined;
    if (tries < MOST_TRIES) {
      await begin(tx, next, tries + 1);
      return { ...next, tries: tries + 1 };
    }
    await turn(tx, next, { state: 'failed', reason: GIVEN_UP });
  }
}
