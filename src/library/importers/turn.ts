/** How a picture of an import goes from one state to the next: with its import's counts, in one transaction. */
import type { Writing } from '../connection.ts';
import type { ImportItem, ImportRecord, ItemState } from '../schema.ts';

export type ImportStores = 'imports' | 'importItems';
export const IMPORT_STORES: ImportStores[] = ['imports', 'importItems'];

/** A picture as it is handed over. */
export type NewItem = Pick<ImportItem, 'name' | 'source'> &
  Partial<Pick<ImportItem, 'blob' | 'reason'>> & { readonly holds?: ImportItem['holds'] };

/** What is to happen with it next: a reason means that nothing is, a blob that it is to be searched. */
const firstState = ({ blob, reason }: NewItem): ItemState => {
  if (reason !== undefined) return 'failed';
  return blob ? 'waiting' : 'fetch';
};

function counted(record: ImportRecord, state: ItemState, by: number): ImportRecord {
  return { ...record, counts: { ...record.counts, [state]: (record.counts[state] ?? 0) + by } };
}

/** The record with a picture begun so many times. */
export function withBegun(record: ImportRecord, key: number, times: number): ImportRecord {
  const { [key]: _, ...others } = record.begun ?? {};
  return { ...record, begun: times > 0 ? { ...others, [key]: times } : others };
}

/** The record with a picture that is not being worked on any more, one of `state` fewer. */
const left = (record: ImportRecord, { key = -1, state }: ImportItem): ImportRecord =>
  counted(withBegun(record, key, 0), state, -1);

/** Adds pictures at the end of an import. False when it is no more, or was cancelled: then nothing is added. */
export async function append(tx: Writing<ImportStores>, id: string, items: readonly NewItem[]): Promise<boolean> {
  let record = await tx.objectStore('imports').get(id);
  if (!record || record.state === 'cancelled') return false;
  for (const item of items) {
    const { name, source, blob, reason, holds = 'picture' } = item;
    const state = firstState(item);
    await tx.objectStore('importItems').add({
      import: id,
      holds,
      state,
      name,
      source,
      ...(blob && { blob }),
      ...(reason !== undefined && { reason }),
    });
    record = counted(record, state, 1);
  }
  await tx.objectStore('imports').put(record);
  return true;
}

/** What is learned of a picture as it goes on. */
export type Turn = Pick<ImportItem, 'state'> & Partial<Pick<ImportItem, 'blob' | 'meme' | 'faces' | 'like' | 'reason'>>;

/** Puts a picture into its next state. Its bytes are kept only where it waits. */
export async function turn(tx: Writing<ImportStores>, item: ImportItem, next: Turn): Promise<void> {
  const { blob: _, ...rest } = item;
  const blob = next.state === 'waiting' ? (next.blob ?? item.blob) : undefined;
  const { blob: __, ...news } = next;
  const record = await tx.objectStore('imports').get(item.import);
  const tries = record?.begun?.[item.key ?? -1];
  await tx.objectStore('importItems').put({ ...rest, ...news, ...(blob && { blob }), ...(tries && { tries }) });
  if (!record) return;
  const moved = counted(left(record, item), next.state, 1);
  const faceless = moved.faceless + (next.faces === 0 ? 1 : 0);
  await tx.objectStore('imports').put({ ...moved, faceless });
}

/** Takes an item out of its import altogether: what it held has taken its place. */
export async function strike(tx: Writing<ImportStores>, item: ImportItem): Promise<void> {
  if (item.key !== undefined) await tx.objectStore('importItems').delete(item.key);
  const record = await tx.objectStore('imports').get(item.import);
  if (record) await tx.objectStore('imports').put(left(record, item));
}

/** Pictures of an import that are not at their end. */
export const openOf = ({ counts }: Pick<ImportRecord, 'counts'>): number => (counts.fetch ?? 0) + (counts.waiting ?? 0);
