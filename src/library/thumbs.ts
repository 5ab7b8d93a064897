import type { Connection } from './connection.ts';

/** Small pictures of the memes, so that a view of thousands need not decode thousands of originals. */
export interface Thumbs {
  /** A WebP of at most 256 pixels a side (see thumbnail.ts); `undefined` when none was made yet. */
  get(meme: string): Promise<Blob | undefined>;
  /** Keeps a meme's thumbnail. A meme deleted meanwhile is no error: then nothing is kept. */
  put(meme: string, thumb: Blob): Promise<void>;
  /** Memes that have none. */
  missing(): Promise<string[]>;
}

export function createThumbs(connection: Connection): Thumbs {
  return {
    get: (meme) => connection.read(['thumbs'], (tx) => tx.objectStore('thumbs').get(meme)),

    put: (meme, thumb) =>
      connection.write(['memes', 'thumbs'], async (tx) => {
        if (await tx.objectStore('memes').getKey(meme)) await tx.objectStore('thumbs').put(thumb, meme);
      }),

    missing: () =>
      connection.read(['memes', 'thumbs'], async (tx) => {
        const there = new Set(await tx.objectStore('thumbs').getAllKeys());
        return (await tx.objectStore('memes').getAllKeys()).filter((id) => !there.has(id));
      }),
  };
}
