/**
 * How a database of an earlier Gurn becomes one of today's: migration n takes version n to version n + 1.
 * A released migration is never edited; a new one is added at the end.
 */
import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import type { GurnSchema, StoreName } from './schema.ts';

export type UpgradeTransaction = IDBPTransaction<GurnSchema, StoreName[], 'versionchange'>;
export type Migration = (db: IDBPDatabase<GurnSchema>, tx: UpgradeTransaction) => void | Promise<void>;

function createStores(db: IDBPDatabase<GurnSchema>): void {
  const memes = db.createObjectStore('memes', { keyPath: 'id' });
  memes.createIndex('added', 'added');
  memes.createIndex('indexed', 'indexed');
  db.createObjectStore('bytes');
  db.createObjectStore('faces', { keyPath: 'key', autoIncrement: true }).createIndex('meme', 'meme');
  db.createObjectStore('inbox', { keyPath: 'id' }).createIndex('received', 'received');
  db.createObjectStore('dismissed', { keyPath: 'id' });
  db.createObjectStore('settings', { keyPath: 'name' });
}

/** Stores for what a collector needs, and two more fields of a meme. */
async function addCollection(db: IDBPDatabase<GurnSchema>, tx: UpgradeTransaction): Promise<void> {
  db.createObjectStore('thumbs');
  const picks = db.createObjectStore('picks', { keyPath: 'key', autoIncrement: true });
  picks.createIndex('meme', 'meme');
  picks.createIndex('at', 'at');
  db.createObjectStore('imports', { keyPath: 'id' });
  const items = db.createObjectStore('importItems', { keyPath: 'key', autoIncrement: true });
  items.createIndex('state', ['import', 'state']);
  db.createObjectStore('layouts');
  await fill(tx.objectStore('memes'), { title: '', fingerprint: '' });
  await fill(tx.objectStore('inbox'), { title: '' });
}

/** Gives every record the fields that it lacks. */
async function fill<S extends 'memes' | 'inbox'>(
  store: IDBPObjectStore<GurnSchema, StoreName[], S, 'versionchange'>,
  fields: Partial<GurnSchema[S]['value']>,
): Promise<void> {
  let cursor = await store.openCursor();
  while (cursor) {
    await cursor.update({ ...fields, ...cursor.value });
    cursor = await cursor.continue();
  }
}

export const migrations: readonly Migration[] = [createStores, addCollection];

/** The version of the database that this Gurn reads and writes. */
export const VERSION = migrations.length;

/** Runs the migrations that a database of version `from` lacks (0: there is no database yet), inside its upgrade. */
export async function migrate(
  db: IDBPDatabase<GurnSchema>,
  tx: UpgradeTransaction,
  from: number,
  steps: readonly Migration[] = migrations,
): Promise<void> {
  for (const step of steps.slice(from)) await step(db, tx);
}
