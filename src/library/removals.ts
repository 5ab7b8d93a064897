/**
 * Deletions that can be taken back for a moment. They are planned on disk at once, so that a page that is closed
 * meanwhile loses none: whichever view opens next finishes them.
 */
import type { Announcer } from './changes.ts';
import type { Connection, Writing } from './connection.ts';
import { deleteWhole, WHOLE } from './records.ts';
import { readSetting } from './settings.ts';

export interface Removals {
  plan(ids: readonly string[]): Promise<void>;
  /** Takes deletions back; returns those that were still planned. The others are deleted already. */
  cancel(ids: readonly string[]): Promise<string[]>;
  /** Carries out what is planned, of `ids` or of all, whole or not at all; returns the memes that were deleted. */
  finish(ids?: readonly string[]): Promise<string[]>;
}

export function createRemovals(connection: Connection, { announce }: Announcer): Removals {
  return {
    plan: (ids) =>
      connection.write(['settings'], async (tx) => {
        await store(tx, [...new Set([...(await planned(tx)), ...ids])]);
      }),

    cancel: (ids) => connection.write(['settings'], (tx) => take(tx, ids)),

    async finish(ids) {
      const removed = await connection.write([...WHOLE, 'settings'], async (tx) =>
        deleteWhole(tx, await take(tx, ids ?? (await planned(tx)))),
      );
      announce('removed', removed);
      return removed;
    },
  };
}

type Settings = Writing<'settings'>;

const planned = (tx: Settings): Promise<readonly string[]> => readSetting(tx, 'pendingRemovals');

const store = (tx: Settings, ids: readonly string[]) =>
  tx.objectStore('settings').put({ name: 'pendingRemovals', value: ids });

/** Strikes `ids` off the plan; returns those that stood there. */
async function take(tx: Settings, ids: readonly string[]): Promise<string[]> {
  const before = await planned(tx);
  const taken = before.filter((id) => ids.includes(id));
  if (taken.length > 0)
    await store(
      tx,
      before.filter((id) => !taken.includes(id)),
    );
  return taken;
}
