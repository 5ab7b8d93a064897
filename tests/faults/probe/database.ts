/** What is written into IndexedDB, step by step; and a database that fails. */
import type { Steps } from './steps.ts';

export interface Database {
  /** The write of this number from now on fails with a DOMException of this name; -1: none. */
  failWrite(number: number, name: string): void;
  /** Writes since `failWrite`. */
  writes(): number;
  /** Closes every connection, as a browser does whose disk fails, and refuses to open another until told. */
  refuse(refusing: boolean): void;
}

const WRITES = ['add', 'put', 'delete'] as const;

export function watchDatabase(steps: Steps): Database {
  let failing = -1;
  let reason = '';
  let writes = 0;
  let refusing = false;
  const connections = new Set<IDBDatabase>();

  for (const name of WRITES) {
    const original = IDBObjectStore.prototype[name] as (this: IDBObjectStore, ...args: unknown[]) => IDBRequest;
    Object.defineProperty(IDBObjectStore.prototype, name, {
      value(this: IDBObjectStore, ...args: unknown[]) {
        if (writes++ === failing) throw new DOMException('made to fail by a test', reason);
        const request = original.apply(this, args);
        // A context that ends now takes its transaction with it.
        if (!steps.take(`${name} in ${this.name}`)) abort(this.transaction);
        return request;
      },
    });
  }

  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode = 'readonly', options) {
    connections.add(this);
    if (mode === 'readonly') return transaction.call(this, stores, mode, options);
    const names = [stores].flat().join(', ');
    if (!steps.take(`before a transaction over ${names}`)) throw new DOMException('the context is dead', 'AbortError');
    const begun = transaction.call(this, stores, mode, options);
    begun.addEventListener('complete', (event) => {
      if (!steps.take(`transaction over ${names} on disk`)) event.stopImmediatePropagation();
    });
    return begun;
  };

  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...args) {
    if (refusing) throw new DOMException('Internal error opening backing store', 'UnknownError');
    return open.apply(this, args);
  };

  return {
    failWrite(number, name) {
      [failing, reason, writes] = [number, name, 0];
    },
    writes: () => writes,
    refuse(now) {
      refusing = now;
      if (!now) return;
      for (const connection of connections) connection.close();
      connections.clear();
    },
  };
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    console.debug('it has ended by itself', error);
  }
}
