import { type IDBPDatabase, openDB } from 'idb';
import { LibraryError, toLibraryError } from './errors.ts';
import { type Migration, migrate, migrations } from './migrations.ts';
import type { GurnSchema } from './schema.ts';

/** How long other contexts may take to let go of an old version: their last transactions must end first. */
const BLOCKED_GRACE_MS = 3000;

/**
 * Opens the database `name`, upgrading it where needed.
 * `lost` is called when the connection is gone: closed for another context's upgrade, or by the browser.
 * @throws LibraryError blocked, newer-version, full, damaged (a migration failed; the old version stays), unavailable
 */
export function openDatabase(
  name: string,
  lost: () => void,
  steps: readonly Migration[] = migrations,
  grace = BLOCKED_GRACE_MS,
): Promise<IDBPDatabase<GurnSchema>> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gaveUp = false;
    let failedMigration: LibraryError | undefined;
    openDB<GurnSchema>(name, steps.length, {
      upgrade(db, from, _to, tx) {
        // A failed upgrade is reported by the opening itself.
        void Promise.allSettled([tx.done]);
        migrate(db, tx, from, steps).catch((error: unknown) => {
          failedMigration = new LibraryError(
            'damaged',
            `The library could not be updated from version ${from}.`,
            error,
          );
          tx.abort();
        });
      },
      blocked() {
        timer = setTimeout(() => {
          gaveUp = true;
          reject(new LibraryError('blocked'));
        }, grace);
      },
      blocking(_from, _to, event) {
        lost();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: lost,
    })
      .finally(() => clearTimeout(timer))
      .then(
        (db) => {
          if (gaveUp) db.close();
          else resolve(db);
        },
        (error: unknown) => reject(failedMigration ?? toOpenError(error)),
      );
  });
}

/** Whatever stands in the way of opening, a person meets it as a LibraryError. */
function toOpenError(error: unknown): unknown {
  const known = toLibraryError(error);
  return known instanceof LibraryError ? known : new LibraryError('unavailable', undefined, error);
}
