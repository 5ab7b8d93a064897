/** Which memes were chosen for which faces: what Gurn learns a person's taste from. Nothing of it leaves the machine. */
import type { Changes } from './changes.ts';
import type { Connection, Reading } from './connection.ts';
import { LibraryError } from './errors.ts';
import { createSignal } from './importers/signal.ts';
import { DIMENSIONS, type PickRecord } from './schema.ts';
import { readSetting } from './settings.ts';

/** The newest are kept: some months of daily use, 150 KB. */
export const MOST_PICKS = 500;

export type NewPick = Pick<PickRecord, 'meme' | 'embedding' | 'model' | 'at'>;

export interface Picks {
  /**
   * Remembers a pick and drops the oldest beyond `MOST_PICKS`. False, and nothing is stored, when learning is switched
   * off or the meme is not there.
   * @throws LibraryError invalid, when the embedding is not 64 finite numbers
   */
  add(pick: NewPick): Promise<boolean>;
  /** Every pick, oldest first; none while learning is switched off. */
  inForce(): Promise<PickRecord[]>;
  count(): Promise<number>;
  /** Forgets all picks. */
  forget(): Promise<void>;
  /** Whether picks are remembered and change the order. */
  isOn(): Promise<boolean>;
  /** Switches learning on or off. What was learned stays, unused, until it is forgotten. */
  turn(on: boolean): Promise<void>;
  /** Calls `listener` after picks or the switch changed, here or in another context; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

const inOrder = (tx: Reading<'picks'>): Promise<PickRecord[]> => tx.objectStore('picks').index('at').getAll();

export function createPicks(connection: Connection, changes: Changes, channelName: string): Picks & { close(): void } {
  const signal = createSignal(channelName);
  return {
    async add({ meme, embedding, model, at }) {
      if (embedding.length !== DIMENSIONS || !embedding.every(Number.isFinite)) {
        throw new LibraryError('invalid', `An embedding must be ${DIMENSIONS} finite numbers.`);
      }
      const added = await connection.write(['memes', 'picks', 'settings'], async (tx) => {
        if (!(await readSetting(tx, 'learnPicks')) || !(await tx.objectStore('memes').getKey(meme))) return false;
        const picks = tx.objectStore('picks');
        // A view is stored with the whole buffer behind it, so the 64 numbers are copied out.
        await picks.add({ meme, embedding: embedding.slice(), model, at });
        const keys = await picks.index('at').getAllKeys();
        for (const key of keys.slice(0, Math.max(0, keys.length - MOST_PICKS))) await picks.delete(key);
        return true;
      });
      if (added) signal.tell();
      return added;
    },
    inForce: () =>
      connection.read(['picks', 'settings'], async (tx) =>
        (await readSetting(tx, 'learnPicks')) ? inOrder(tx) : Promise.resolve([]),
      ),
    count: () => connection.read(['picks'], (tx) => tx.objectStore('picks').count()),
    async forget() {
      await connection.write(['picks'], (tx) => tx.objectStore('picks').clear());
      signal.tell();
    },
    isOn: () => connection.read(['settings'], (tx) => readSetting(tx, 'learnPicks')),
    async turn(on) {
      await connection.write(['settings'], (tx) => tx.objectStore('settings').put({ name: 'learnPicks', value: on }));
      signal.tell();
    },
    subscribe(listener) {
      const stops = [
        signal.subscribe(listener),
        // A meme takes its picks with it.
        changes.subscribe(({ type }) => {
          if (type === 'removed') listener();
        }),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
    close: () => signal.close(),
  };
}
