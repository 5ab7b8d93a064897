import type { Announcer } from './changes.ts';
import type { Connection, Writing } from './connection.ts';
import {
  deleteFaces,
  insert,
  type NewFace,
  type NewMeme,
  prepare,
  WHOLE,
  type Whole,
  type WholeStore,
} from './records.ts';
import { STARTER } from './schema.ts';

/** What seeding a sticker did: `kept` is a picture that the user added himself and that stays as it is. */
export type Placing = 'added' | 'placed' | 'dismissed' | 'kept';

/** A sticker and where its expression lies. */
export interface Placement {
  readonly sticker: Omit<NewMeme, 'source'>;
  readonly bytes: Blob;
  readonly embedding: NewFace['embedding'];
  readonly spread: number;
}

export interface Stickers {
  /**
   * Puts starter stickers where their expressions lie, all in one transaction: adds each, or moves the one that is
   * there and keeps its name, tags and uses. The same call again changes nothing; a sticker that the user deleted
   * stays deleted. One transaction, because one for each cost a new user seconds of waiting for the disk.
   * @returns what became of each, in the order given
   */
  place(placements: readonly Placement[]): Promise<Placing[]>;
}

export function createStickers(connection: Connection, { announce }: Announcer): Stickers {
  return {
    async place(placements) {
      const wholes = await Promise.all(
        placements.map(({ sticker, bytes, embedding, spread }) => {
          const face: NewFace = { origin: 'placed', frame: 0, box: null, score: 1, embedding, spread };
          return prepare({ ...sticker, source: STARTER }, bytes, [face]);
        }),
      );
      const placings = await connection.write(WHOLE, async (tx) => {
        const done: Placing[] = [];
        for (const whole of wholes) done.push(await placeOne(tx, whole));
        return done;
      });
      const idsOf = (what: Placing) => wholes.flatMap(({ meme }, i) => (placings[i] === what ? [meme.id] : []));
      announce('added', idsOf('added'));
      announce('faces', idsOf('placed'));
      return placings;
    },
  };
}

async function placeOne(tx: Writing<WholeStore>, whole: Whole): Promise<Placing> {
  const { id, indexed } = whole.meme;
  if (await tx.objectStore('dismissed').getKey(id)) return 'dismissed';
  if (await insert(tx, whole)) return 'added';
  const meme = await tx.objectStore('memes').get(id);
  if (meme?.source !== STARTER) return 'kept';
  await tx.objectStore('memes').put({ ...meme, indexed });
  await deleteFaces(tx, id, ({ origin }) => origin === 'placed');
  for (const placed of whole.faces) await tx.objectStore('faces').add(placed);
  return 'placed';
}
