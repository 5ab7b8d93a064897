/**
 * Deletions that can be taken back for a moment. They are planned on disk at once, so that a page that is closed
 * meanwhile loses none: whichever view opens next finishes them. Adding the same picture again takes them back too.
 */
import type { Announcer } from './changes.ts';
import type { Connection } from './connection.ts';
import { addToPlan, planned, strikeOff } from './planned.ts';
import { deleteWhole, WHOLE } from './records.ts';

export interface Removals {
  plan(ids: readonly string[]): Promise<void>;
  /** Takes deletions back; returns those that were still planned. The others are deleted already. */
  cancel(ids: readonly string[]): Promise<string[]>;
  /** Carries out what is planned, of `ids` or of all, whole or not at all; returns the memes that were deleted. */
  finish(ids?: readonly string[]): Promise<string[]>;
}

export function createRemovals(connection: Connection, { announce }: Announcer): Removals {
  return {
    plan: (ids) => connection.write(['settings'], (tx) => addToPlan(tx, ids)),
    cancel: (ids) => connection.write(['settings'], (tx) => strikeOff(tx, ids)),

    async finish(ids) {
      // Every view asks when it opens, nearly always for nothing: a write would hold up what it reads next.
      if ((await connection.read(['settings'], planned)).length === 0) return [];
      const removed = await connection.write([...WHOLE, 'settings'], async (tx) =>
        deleteWhole(tx, await strikeOff(tx, ids ?? (await planned(tx)))),
      );
      announce('removed', removed);
      return removed;
    },
  };
}
