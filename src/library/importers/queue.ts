/** The side of an import that works: what is next, and what became of it. Every step is one transaction on disk. */
import { BRINGING, bring } from '../bring.ts';
import type { Announcer } from '../changes.ts';
import type { Connection, Writing } from '../connection.ts';
import { strikeOff } from '../planned.ts';
import { type NewFace, type NewMeme, prepare } from '../records.ts';
import type { ImportItem } from '../schema.ts';
import type { Signal } from './signal.ts';
import { append, IMPORT_STORES, type ImportStores, type NewItem, openOf, strike, type Turn, turn } from './turn.ts';

/** Begun this often, a picture is taken to be what ended Gurn each time. */
const MOST_TRIES = 3;

const GIVEN_UP = 'Gurn was stopped each time it began with this picture, so it was left out.';

/** A picture of an import whose key is known. */
export type Claimed = ImportItem & { readonly key: number };

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
   * The next picture of a running import that is in `state` and not in hand already, counted as begun. One that was
   * begun before, and may be what ended Gurn then, is given out alone: only while nothing is in hand.
   */
  claim(state: 'fetch' | 'waiting', inHand: ReadonlySet<number>): Promise<Claimed | undefined>;
  /** Sets an open picture's end, or its bytes. False when it is open no more: it was cancelled. */
  settle(key: number, next: Turn): Promise<boolean>;
  /**
   * Settles a picture whose bytes are in the library: `duplicate`, or `added` when their removal was planned. False
   * when they are not in the library (any more), or it is open no more.
   */
  settleKnown(key: number, meme: string): Promise<boolean>;
  /** Moves an open picture into the library. Undefined when it is open no more. */
  promote(item: Claimed, findings: Findings): Promise<'added' | 'duplicate' | undefined>;
  /** Puts pictures in the place of the archive or list that held them; `all`: these were the last. */
  expand(item: Claimed, items: readonly NewItem[], all: boolean): Promise<boolean>;
  /** Ends the running imports of which nothing is open; returns those that go on. */
  finish(): Promise<{ id: string; gathering: boolean }[]>;
}

/** Bytes that were fetched and wait to be searched: no more than this many pictures are fetched ahead. */
const MOST_AHEAD = 32;

export function createImportQueue(
  connection: Connection,
  { announce }: Pick<Announcer, 'announce'>,
  signal: Signal,
): ImportQueue {
  const current = async (tx: Writing<ImportStores>, key: number): Promise<ImportItem | undefined> => {
    const item = await tx.objectStore('importItems').get(key);
    return item?.state === 'fetch' || item?.state === 'waiting' ? item : undefined;
  };
  const told = <T>(result: T): T => {
    signal.tell();
    return result;
  };

  return {
    item: (key) => connection.read(['importItems'], (tx) => tx.objectStore('importItems').get(key)),

    claim: (state, inHand) =>
      connection.write(IMPORT_STORES, async (tx) => {
        const records = await tx.objectStore('imports').getAll();
        const running = records.filter((record) => record.state === 'running');
        for (const record of running.toSorted((a, b) => a.created - b.created)) {
          if (state === 'fetch' && (record.counts.waiting ?? 0) >= MOST_AHEAD) continue;
          const next = await nextOf(tx, record.id, state, inHand);
          if (!next) continue;
          const begun = { ...next, tries: next.tries + 1 };
          await tx.objectStore('importItems').put(begun);
          return begun;
        }
        return undefined;
      }),

    settle: async (key, next) =>
      told(
        await connection.write(IMPORT_STORES, async (tx) => {
          const item = await current(tx, key);
          if (item) await turn(tx, { ...item, ...(next.state === 'waiting' && { tries: 0 }) }, next);
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
          if (all) await strike(tx, item);
          else
            await tx
              .objectStore('importItems')
              .put({ ...item, unpacked: (item.unpacked ?? 0) + items.length, tries: 1 });
          return true;
        }),
      ),

    async finish() {
      const { ended, left } = await connection.write(['imports'], async (tx) => {
        const running = (await tx.objectStore('imports').getAll()).filter(({ state }) => state === 'running');
        const over = running.filter((record) => !record.gathering && openOf(record) === 0);
        for (const record of over) await tx.objectStore('imports').put({ ...record, state: 'done' });
        return { ended: over.length, left: running.filter((record) => !over.includes(record)) };
      });
      if (ended > 0) signal.tell();
      return left.map(({ id, gathering }) => ({ id, gathering }));
    },
  };
}

/** The first picture of an import that may be begun. Those that were begun too often are given up on the way. */
async function nextOf(
  tx: Writing<ImportStores>,
  id: string,
  state: 'fetch' | 'waiting',
  inHand: ReadonlySet<number>,
): Promise<Claimed | undefined> {
  const index = tx.objectStore('importItems').index('state');
  for (;;) {
    const first = (await index.getAll([id, state], inHand.size + 1)).find(({ key = -1 }) => !inHand.has(key));
    if (first?.key === undefined || (first.tries > 0 && inHand.size > 0)) return undefined;
    if (first.tries < MOST_TRIES) return { ...first, key: first.key };
    await turn(tx, first, { state: 'failed', reason: GIVEN_UP });
  }
}
