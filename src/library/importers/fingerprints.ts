import type { Connection } from '../connection.ts';
import type { Meme } from '../schema.ts';
import { STARTER } from '../schema.ts';
import { createLookalikes, type Lookalikes } from './near.ts';

/** Memes read at once. */
const CHUNK = 2000;

export interface Fingerprints {
  /**
   * What each meme looks like, for finding near duplicates. Starter stickers are left out: they are drawings of one
   * hand, more alike than a picture and its copy.
   */
  lookalikes(): Promise<Lookalikes>;
  /** Memes whose fingerprint is not known. */
  missing(): Promise<string[]>;
  /** Keeps a meme's fingerprint. A meme deleted meanwhile is no error. */
  put(meme: string, fingerprint: string): Promise<void>;
}

export function createFingerprints(connection: Connection): Fingerprints {
  const each = (visit: (meme: Meme) => void): Promise<void> =>
    connection.read(['memes'], async (tx) => {
      let range: IDBKeyRange | null = null;
      for (;;) {
        const chunk: Meme[] = await tx.objectStore('memes').getAll(range, CHUNK);
        chunk.forEach(visit);
        const last = chunk.at(-1);
        if (!last || chunk.length < CHUNK) return;
        range = IDBKeyRange.lowerBound(last.id, true);
      }
    });

  return {
    async lookalikes() {
      const all = createLookalikes();
      await each((meme) => {
        if (meme.source !== STARTER) all.set(meme.id, meme);
      });
      return all;
    },

    async missing() {
      const ids: string[] = [];
      await each(({ id, fingerprint }) => {
        if (fingerprint === '') ids.push(id);
      });
      return ids;
    },

    put: (id, fingerprint) =>
      connection.write(['memes'], async (tx) => {
        const meme = await tx.objectStore('memes').get(id);
        if (meme) await tx.objectStore('memes').put({ ...meme, fingerprint });
      }),
  };
}
