import type { Announcer } from './changes.ts';
import type { Connection } from './connection.ts';
import { deleteFaces, insert, type NewFace, type NewMeme, prepare, WHOLE } from './records.ts';
import { STARTER } from './schema.ts';

/** What seeding a sticker did: `kept` is a picture that the user added himself and that stays as it is. */
export type Placing = 'added' | 'placed' | 'dismissed' | 'kept';

export interface Stickers {
  /**
   * Puts a starter sticker where its expression lies: adds it, or moves the one that is there and keeps its name, tags
   * and uses. One transaction; the same call again changes nothing; a sticker that the user deleted stays deleted.
   */
  place(
    sticker: Omit<NewMeme, 'source'>,
    bytes: Blob,
    embedding: NewFace['embedding'],
    spread: number,
  ): Promise<Placing>;
}

export function createStickers(connection: Connection, { announce }: Announcer): Stickers {
  return {
    async place(sticker, bytes, embedding, spread) {
      const face: NewFace = { origin: 'placed', frame: 0, box: null, score: 1, embedding, spread };
      const whole = await prepare({ ...sticker, source: STARTER }, bytes, [face]);
      const { id, indexed } = whole.meme;

      const placing = await connection.write(WHOLE, async (tx): Promise<Placing> => {
        if (await tx.objectStore('dismissed').getKey(id)) return 'dismissed';
        if (await insert(tx, whole)) return 'added';
        const meme = await tx.objectStore('memes').get(id);
        if (meme?.source !== STARTER) return 'kept';
        await tx.objectStore('memes').put({ ...meme, indexed });
        await deleteFaces(tx, id, ({ origin }) => origin === 'placed');
        for (const placed of whole.faces) await tx.objectStore('faces').add(placed);
        return 'placed';
      });
      if (placing === 'added') announce('added', [id]);
      if (placing === 'placed') announce('faces', [id]);
      return placing;
    },
  };
}
