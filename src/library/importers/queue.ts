/** The side of an import that works: what is next, and what became of it. Every step is one transaction on disk. */
import { BRINGING, bring } from '../bring.ts';
import type { Announcer } from '../changes.ts';
import type { Connection, Reading, Writing } from '../connection.ts';
import { strikeOff } from '../planned.ts';
import { type NewFace, type NewMeme, prepare } from '../records.ts';
import type { ImportItem } from '../schema.ts';
import { begin, beginNext, type Claimed, isOver, type KeyedItem, offering, runningOf, type Stage } from './next.ts';
import type { Signal } from './signal.ts';
import { append, IMPORT_STORES, type ImportStores, type NewItem, strike, type Turn, turn } from './turn.ts';

/** What the search of a picture yields. */
export interface Findings {
  readonly meme: Pick<NewMeme, 'type' | 'width' | 'height' | 'animated' | 'indexed' | 'fingerprint'>;
  readonly faces: readonly NewFace[];
  readonly thumb?: Blob;
  /** A meme that it looks like. */
  readonly like?: string;
}

export interface ImportQueue {
  item(key: number): Promise<ImportItem | undefined>;
  /**
   * The next picture of a running import of `stage` and not in hand already, counted as begun. One that was
   * begun before, and may be what ended Gurn then, is given out alone: only while nothing is in hand.
   */
  claim(stage: Stage, inHand: ReadonlySet<number>): Promise<Claimed | undefined>;
  /** Sets an open picture's end, or its bytes. False when it is open no more: it was cancelled. */
  settle(key: number, next: Turn): Promise<boolean>;
  /**
   * Settles a picture whose bytes are in the library: `duplicate`, or `added` when their removal was planned. False
   * when they are not in the library (any more), or it is open no more.
   */
  settleKnown(key: number, meme: string): Promise<boolean>;
  /** Moves an open picture into the library. Undefined when it is open no more. */
  promote(item: KeyedItem, findings: Findings): Promise<'added' | 'duplicate' | undefined>;
  /** Puts pictures in the place of the archive or list that held them; `all`: these were the last. */
  expand(item: KeyedItem, items: readonly NewItem[], all: boolean): Promise<boolean>;
  /** Ends the running imports of which nothing is open; returns those that go on. */
  finish(): Promise<{ id: string; gathering: boolean }[]>;
}

export function createImportQueue(
  connection: Connection,
  { announce }: Pick<Announcer, 'announce'>,
  signal: Signal,
): ImportQueue {
  const current = async (tx: Writing<ImportStores>, key: number): Promise<ImportItem | undefined> => {
    const item = await tx.objectStore('importItems').get(key);
    return item?.state === 'fetch' || item?.state === 'waiting' ? item : undefined;
  };
  const recordsIn = (tx: Reading<'imports'>) => tx.objectStore('imports').getAll();
  const told = <T>(result: T): T => {
    signal.tell();
    return result;
  };

  return {
    item: (key) => connection.read(['importItems'], (tx) => tx.objectStore('importItems').get(key)),

    async claim(stage, inHand) {
      // Reading is cheap, and mostly there is nothing: every write waits for the disk, and others wait for it.
      if (offering(await connection.read(['imports'], recordsIn), stage).length === 0) return undefined;
      return connection.write(IMPORT_STORES, async (tx) => {
        for (const record of offering(await tx.objectStore('imports').getAll(), stage)) {
          const next = await beginNext(tx, record, stage, inHand);
          if (next) return next;
        }
        return undefined;
      });
    },

    settle: async (key, next) =>
      told(
        await connection.write(IMPORT_STORES, async (tx) => {
          const item = await current(tx, key);
          if (item) await turn(tx, item, next);
          return item !== undefined;
        }),
      ),

    async settleKnown(key, meme) {
      const outcome = await connection.write([...IMPORT_STORES, 'memes', 'settings'], async (tx) => {
        const item = await current(tx, key);
        if (!item || !(await tx.objectStore('memes').getKey(meme))) return undefined;
        const state = (await strikeOff(tx, [meme])).length > 0 ? 'added' : 'duplicate';
        await turn(tx, item, { state, meme });
        return state;
      });
      if (outcome === 'added') announce('added', [meme]);
      return told(outcome !== undefined);
    },

    async promote({ key, name, source, blob }, { meme, faces, thumb, like }) {
      if (!blob) return undefined;
      const whole = await prepare({ name, source, ...meme }, blob, faces, thumb);
      const { id } = whole.meme;
      const outcome = await connection.write([...BRINGING, ...IMPORT_STORES], async (tx) => {
        const item = await current(tx, key);
        if (!item) return undefined;
        const added = await bring(tx, whole);
        const end = like !== undefined && added ? ({ state: 'near', like } as const) : ({ state: 'added' } as const);
        await turn(tx, item, added ? { ...end, meme: id, faces: faces.length } : { state: 'duplicate', meme: id });
        return added ? 'added' : 'duplicate';
      });
      if (outcome === 'added') announce('added', [id]);
      return told(outcome);
    },

    expand: async ({ key }, items, all) =>
      told(
        await connection.write(IMPORT_STORES, async (tx) => {
          const item = await current(tx, key);
          if (!item) return false;
          await append(tx, item.import, items);
          if (all) {
            await strike(tx, item);
            return true;
          }
          await tx.objectStore('importItems').put({ ...item, unpacked: (item.unpacked ?? 0) + items.length });
          await begin(tx, { ...item, key }, 1);
          return true;
        }),
      ),

    async finish() {
      const running = runningOf(await connection.read(['imports'], recordsIn));
      if (running.some(isOver)) {
        await connection.write(['imports'], async (tx) => {
          for (const record of runningOf(await tx.objectStore('imports').getAll()).filter(isOver)) {
            await tx.objectStore('imports').put({ ...record, state: 'done' });
          }
        });
        signal.tell();
      }
      return running.filter((record) => !isOver(record)).map(({ id, gathering }) => ({ id, gathering }));
    },
  };
}
