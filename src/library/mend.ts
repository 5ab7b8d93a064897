/** A picture of which a failing disk took the file, or a part of it, and left the record. */
import type { Announcer } from './changes.ts';
import type { Connection } from './connection.ts';
import { sha256Hex } from './digest.ts';
import { LibraryError } from './errors.ts';
import { canBeRead } from './readable.ts';

/**
 * Lays the same picture, brought in again, in the place of one that cannot be read; `id` is its digest. One that can be
 * read stays as it is. True when it was mended.
 * @throws LibraryError invalid, when these are other bytes
 */
export const createMend =
  (connection: Connection, { announce }: Announcer) =>
  async (id: string, picture: Blob): Promise<boolean> => {
    const kept = await connection.read(['bytes'], (tx) => tx.objectStore('bytes').get(id));
    if (kept && (await canBeRead(kept))) return false;
    const bytes = await picture.arrayBuffer();
    if ((await sha256Hex(bytes)) !== id) throw new LibraryError('invalid', 'These are not the bytes of that picture.');
    const mended = await connection.write(['memes', 'bytes', 'thumbs'], async (tx) => {
      const meme = await tx.objectStore('memes').get(id);
      if (!meme) return false;
      await tx.objectStore('bytes').put(new Blob([bytes], { type: meme.type }), id);
      // It lay on the same disk; whoever misses it makes it.
      await tx.objectStore('thumbs').delete(id);
      return true;
    });
    if (mended) announce('updated', [id]);
    return mended;
  };
