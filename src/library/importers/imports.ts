/** Bringings in of many pictures, as whoever starts and watches them sees them. queue.ts is the side that works. */
import type { Connection, Reading, Writing } from '../connection.ts';
import type { ImportItem, ImportRecord, ItemState } from '../schema.ts';
import type { Signal } from './signal.ts';
import { append, IMPORT_STORES, type ImportStores, type NewItem, openOf, turn } from './turn.ts';

const OPEN = ['fetch', 'waiting'] as const;

export interface Imports {
  /** Opens an import (`id`: a new UUID) that pictures will be added to; `gathering` until `gathered` is called. */
  begin(id: string, kind: ImportRecord['kind']): Promise<void>;
  /** Adds pictures, all or none. False when the import was cancelled meanwhile. @throws LibraryError full */
  add(id: string, items: readonly NewItem[]): Promise<boolean>;
  /** No more pictures come. `trouble`: why some that should have come do not. */
  gathered(id: string, trouble?: string): Promise<void>;
  /** All imports, newest first. */
  list(): Promise<ImportRecord[]>;
  /** An import's pictures, in order: all, or those in some states. */
  items(id: string, states?: readonly ItemState[]): Promise<ImportItem[]>;
  /** `trouble`: why Gurn pauses it by itself. */
  pause(id: string, trouble?: string): Promise<void>;
  resume(id: string): Promise<void>;
  /** What is in the library stays; the rest is let go of. */
  cancel(id: string): Promise<void>;
  /** Forgets an import that has ended, with its report. */
  dismiss(id: string): Promise<void>;
  /** The person keeps a picture beside the one it looks like. */
  keepBoth(key: number): Promise<void>;
  /** Called after every change of an import, from any context. */
  subscribe(listener: () => void): () => void;
}

export function createImports(connection: Connection, signal: Signal): Imports {
  const write = async <T>(work: (tx: Writing<ImportStores>) => Promise<T>): Promise<T> => {
    const result = await connection.write(IMPORT_STORES, work);
    signal.tell();
    return result;
  };
  /** Changes a record that is there and that `fits`. */
  const change = (id: string, fits: (record: ImportRecord) => boolean, next: Partial<ImportRecord>) =>
    write(async (tx) => {
      const record = await tx.objectStore('imports').get(id);
      if (record && fits(record)) await tx.objectStore('imports').put({ ...record, ...next });
    });

  return {
    async begin(id, kind) {
      const created = Date.now();
      const record = {
        id,
        kind,
        state: 'running',
        gathering: true,
        trouble: '',
        created,
        counts: {},
        faceless: 0,
      } as const;
      await write((tx) => tx.objectStore('imports').add(record));
    },
    add: (id, items) => write((tx) => append(tx, id, items)),
    gathered: (id, trouble = '') => change(id, ({ gathering }) => gathering, { gathering: false, trouble }),

    async list() {
      const records = await connection.read(['imports'], (tx) => tx.objectStore('imports').getAll());
      return records.toSorted((a, b) => b.created - a.created);
    },
    items: (id, states) => connection.read(['importItems'], (tx) => itemsOf(tx, id, states)),

    pause: (id, trouble = '') => change(id, ({ state }) => state === 'running', { state: 'paused', trouble }),
    resume: (id) => change(id, ({ state }) => state === 'paused', { state: 'running', trouble: '' }),

    cancel: (id) =>
      write(async (tx) => {
        const record = await tx.objectStore('imports').get(id);
        if (!record || (record.state !== 'running' && record.state !== 'paused')) return;
        const items = tx.objectStore('importItems');
        const open = await Promise.all(OPEN.map((state) => items.index('state').getAll([id, state])));
        for (const { blob: _, ...item } of open.flat()) await items.put({ ...item, state: 'cancelled' });
        const counts = { ...record.counts, fetch: 0, waiting: 0, cancelled: openOf(record) };
        await tx.objectStore('imports').put({ ...record, counts, state: 'cancelled', gathering: false });
      }),

    dismiss: (id) =>
      write(async (tx) => {
        const record = await tx.objectStore('imports').get(id);
        if (record?.state !== 'done' && record?.state !== 'cancelled') return;
        const items = tx.objectStore('importItems');
        for (const key of await items.index('state').getAllKeys(allOf(id))) await items.delete(key);
        await tx.objectStore('imports').delete(id);
      }),

    keepBoth: (key) =>
      write(async (tx) => {
        const item = await tx.objectStore('importItems').get(key);
        if (item?.state === 'near') await turn(tx, item, { state: 'kept' });
      }),

    subscribe: signal.subscribe,
  };
}

/** Every state of an import's pictures in the index. */
const allOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** By their states in the index; put back into the order they came in. */
async function itemsOf(tx: Reading<'importItems'>, id: string, states?: readonly ItemState[]): Promise<ImportItem[]> {
  const index = tx.objectStore('importItems').index('state');
  const ranges = states ? states.map((state) => IDBKeyRange.only([id, state])) : [allOf(id)];
  const items = await Promise.all(ranges.map((range) => index.getAll(range)));
  return items.flat().toSorted((a, b) => (a.key ?? 0) - (b.key ?? 0));
}
