import { type IDBPDatabase, openDB } from 'idb';
import { LibraryError, toLibraryError } from './errors.ts';
import { type Migration, migrate, migrations } from './migrations.ts';
import type { GurnSchema } from './schema.ts';

type Database = IDBPDatabase<GurnSchema>;

/** How long other contexts may take to let go of an old version: their last transactions must end first. */
const BLOCKED_GRACE_MS = 3000;

/**
 * Opens the database `name`, upgrading it where needed.
 * `lost` is called when the connection is gone: closed for another context's upgrade, or by the browser.
 * @throws LibraryError blocked, newer-version, full, damaged (a migration failed; the old version stays), unavailable
 */
export async function openDatabase(
  name: string,
  lost: () => void,
  steps: readonly Migration[] = migrations,
  grace = BLOCKED_GRACE_MS,
): Promise<Database> {
  try {
    return await withinGrace(grace, (blocked) => upgraded(name, lost, steps, blocked));
  } catch (error) {
    const known = toLibraryError(error);
    throw known instanceof LibraryError ? known : new LibraryError('unavailable', undefined, error);
  }
}

/** Gives up when the opening is still blocked after `grace` milliseconds; should it succeed later, it holds nothing. */
function withinGrace(grace: number, open: (blocked: () => void) => Promise<Database>): Promise<Database> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gaveUp = false;
    const giveUp = () => {
      gaveUp = true;
      reject(new LibraryError('blocked'));
    };
    open(() => {
      timer = setTimeout(giveUp, grace);
    })
      .finally(() => clearTimeout(timer))
      .then((db) => (gaveUp ? db.close() : resolve(db)), reject);
  });
}

async function upgraded(
  name: string,
  lost: () => void,
  steps: readonly Migration[],
  blocked: () => void,
): Promise<Database> {
  let failure: LibraryError | undefined;
  const opening = openDB<GurnSchema>(name, steps.length, {
    blocked,
    upgrade(db, from, _to, tx) {
      // Whether the upgrade succeeded is told by the opening itself.
      void Promise.allSettled([tx.done]);
      migrate(db, tx, from, steps).catch((error: unknown) => {
        failure = new LibraryError('damaged', `The library could not be updated from version ${from}.`, error);
        tx.abort();
      });
    },
    blocking(_from, _to, { target }) {
      lost();
      if (target instanceof IDBDatabase) target.close();
    },
    terminated: lost,
  });
  return opening.catch((error: unknown) => {
    throw failure ?? error;
  });
}
