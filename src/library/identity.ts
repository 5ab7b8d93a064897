import type { Connection } from './connection.ts';
import { readSetting } from './settings.ts';

/**
 * What tells this library from one that took its place: a browser that finds a database damaged deletes it, and makes an
 * empty one under the same name without a word. A UUID, given when it is first asked for, once.
 */
export const createIdentity =
  (connection: Connection): (() => Promise<string>) =>
  async () => {
    const known = await connection.read(['settings'], (tx) => readSetting(tx, 'identity'));
    if (known !== '') return known;
    return connection.write(['settings'], async (tx) => {
      // Another context may have been asked at the same time.
      const value = (await readSetting(tx, 'identity')) || crypto.randomUUID();
      await tx.objectStore('settings').put({ name: 'identity', value });
      return value;
    });
  };
