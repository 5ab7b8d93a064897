/** The plan of removals that can still be taken back, within a transaction: see removals.ts. */
import type { Reading, Writing } from './connection.ts';
import { readSetting } from './settings.ts';

type Settings = Writing<'settings'>;

export const planned = (tx: Reading<'settings'> | Settings): Promise<readonly string[]> =>
  readSetting(tx, 'pendingRemovals');

export async function addToPlan(tx: Settings, ids: readonly string[]): Promise<void> {
  await store(tx, [...new Set([...(await planned(tx)), ...ids])]);
}

/** Strikes `ids` off the plan; returns those that stood there. */
export async function strikeOff(tx: Settings, ids: readonly string[]): Promise<string[]> {
  const before = await planned(tx);
  const struck = new Set(ids);
  const left = before.filter((id) => !struck.has(id));
  if (left.length < before.length) await store(tx, left);
  return before.filter((id) => struck.has(id));
}

const store = (tx: Settings, ids: readonly string[]) =>
  tx.objectStore('settings').put({ name: 'pendingRemovals', value: ids });
