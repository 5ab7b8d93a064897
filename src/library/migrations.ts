/**
 * How a database of an earlier Gurn becomes one of today's: migration n takes version n to version n + 1.
 * A released migration is never edited; a new one is added at the end.
 */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
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

export const migrations: readonly Migration[] = [createStores];

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
