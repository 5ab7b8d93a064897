/** The connection to the database: opened when first used, and again after the browser took it away. */
import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import { LibraryError, toLibraryError } from './errors.ts';
import { openDatabase } from './open.ts';
import { type GurnSchema, STORES, type StoreName } from './schema.ts';

/** A transaction over the stores `S`; it commits by itself when there is nothing left to do. */
interface Scope<S extends StoreName, M extends 'readonly' | 'readwrite'> {
  objectStore<N extends S>(name: N): IDBPObjectStore<GurnSchema, StoreName[], N, M>;
}
export type Reading<S extends StoreName> = Scope<S, 'readonly'>;
export type Writing<S extends StoreName> = Scope<S, 'readwrite'>;

export interface Connection {
  /** Runs `work` in one transaction over `stores`. @throws LibraryError */
  read<S extends StoreName, T>(stores: S[], work: (tx: Reading<S>) => Promise<T>): Promise<T>;
  /** As `read`, and on disk when it returns. When `work` or the commit fails, nothing has changed. @throws LibraryError */
  write<S extends StoreName, T>(stores: S[], work: (tx: Writing<S>) => Promise<T>): Promise<T>;
  close(): void;
}

/** Connects to the database `name`. @throws LibraryError when it cannot be opened */
export async function connect(name: string): Promise<Connection> {
  let opening: Promise<IDBPDatabase<GurnSchema>> | undefined;

  const forget = () => {
    opening = undefined;
  };
  const database = () => {
    opening ??= openDatabase(name, forget)
      .then(complete)
      .catch((error: unknown) => {
        forget();
        throw error;
      });
    return opening;
  };

  /** A connection that another context's upgrade closed cannot begin a transaction; a new one can. */
  async function begin<T>(start: (db: IDBPDatabase<GurnSchema>) => T): Promise<T> {
    const db = await database();
    try {
      return start(db);
    } catch (error) {
      if (!isInvalidState(error)) throw error;
      forget();
      return start(await database());
    }
  }

  await database();
  return {
    async read(stores, work) {
      return begin((db) => attempt(db.transaction(stores, 'readonly'), work)).catch(rethrow);
    },
    async write(stores, work) {
      return begin((db) => commit(db.transaction(stores, 'readwrite', { durability: 'strict' }), work)).catch(rethrow);
    },
    close() {
      void opening?.then((db) => db.close());
      forget();
    },
  };
}

/** A database that has lost a store opens all the same, and would fail later in words about single pictures. */
function complete(db: IDBPDatabase<GurnSchema>): IDBPDatabase<GurnSchema> {
  const lost = STORES.filter((store) => !db.objectStoreNames.contains(store));
  if (lost.length === 0) return db;
  db.close();
  throw new LibraryError('damaged', `A part of the library is missing (${lost.join(', ')}).`);
}

function rethrow(error: unknown): never {
  throw toLibraryError(error);
}

interface Transaction {
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
}

/** Waits for the work alone: what was read is right before its transaction has ended, and many wait to see it. */
async function attempt<X extends Transaction, T>(tx: X, work: (tx: X) => Promise<T>): Promise<T> {
  const ended = Promise.allSettled([tx.done]);
  try {
    return await work(tx);
  } catch (error) {
    abort(tx);
    await ended;
    // When the browser aborted, its reason (a full disk) says more than the requests that failed of it.
    throw tx.error ?? error;
  }
}

/** Waits for the work and the commit; undoes everything when either fails. */
async function commit<X extends Transaction, T>(tx: X, work: (tx: X) => Promise<T>): Promise<T> {
  const ended = Promise.allSettled([tx.done]);
  const result = await attempt(tx, work);
  const [end] = await ended;
  if (end.status === 'rejected') throw tx.error ?? end.reason;
  return result;
}

function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch (error) {
    if (!isInvalidState(error)) throw error;
    // It has ended already: nothing is left to undo.
  }
}

const isInvalidState = (error: unknown) => error instanceof Error && error.name === 'InvalidStateError';
