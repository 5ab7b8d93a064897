import { BRINGING, bring } from './bring.ts';
import type { Announcer } from './changes.ts';
import type { Connection } from './connection.ts';
import { LibraryError } from './errors.ts';
import type { Added } from './memes.ts';
import { type NewFace, type NewMeme, prepare } from './records.ts';
import type { InboxItem } from './schema.ts';

/** What the search of a waiting picture yields; its name and source are known since it came in. */
export type Searched = Omit<NewMeme, 'name' | 'source'> & Partial<Pick<NewMeme, 'name' | 'source'>>;

export interface Inbox {
  /** Keeps a picture until it has been searched for faces; returns its id, a UUID. */
  put(picture: Pick<InboxItem, 'blob' | 'name' | 'source'> & Partial<Pick<InboxItem, 'title'>>): Promise<string>;
  get(id: string): Promise<InboxItem | undefined>;
  discard(id: string): Promise<void>;
  /** All that waits, the oldest first. */
  list(): Promise<InboxItem[]>;
  /** Discards what has waited longer than `olderThan` milliseconds; returns how many those were. */
  sweep(olderThan: number): Promise<number>;
  /**
   * Moves a picture from the inbox into the library, in one transaction. A duplicate only leaves the inbox; one whose
   * removal is planned counts as added, and stays as it was.
   * @throws LibraryError missing (it is not in the inbox: moved or discarded before), invalid
   */
  promote(id: string, meme: Searched, faces: readonly NewFace[], thumb?: Blob): Promise<Added>;
}

const gone = () => new LibraryError('missing', 'This picture is not waiting any more: it was added or discarded.');

export function createInbox(connection: Connection, { announce }: Announcer): Inbox {
  const get = (id: string) => connection.read(['inbox'], (tx) => tx.objectStore('inbox').get(id));

  return {
    get,

    async put({ blob, name, source, title = '' }) {
      const id = crypto.randomUUID();
      // A File refers to the disk; what is kept must not change with it.
      const copy = new Blob([await blob.arrayBuffer()], { type: blob.type });
      await connection.write(['inbox'], (tx) =>
        tx.objectStore('inbox').add({ id, blob: copy, name, source, title, received: Date.now() }),
      );
      return id;
    },

    discard: (id) => connection.write(['inbox'], (tx) => tx.objectStore('inbox').delete(id)),
    list: () => connection.read(['inbox'], (tx) => tx.objectStore('inbox').index('received').getAll()),

    sweep: (olderThan) =>
      connection.write(['inbox'], async (tx) => {
        const old = IDBKeyRange.upperBound(Date.now() - olderThan, true);
        const ids = await tx.objectStore('inbox').index('received').getAllKeys(old);
        for (const id of ids) await tx.objectStore('inbox').delete(id);
        return ids.length;
      }),

    async promote(inboxId, meme, faces, thumb) {
      const item = await get(inboxId);
      if (!item) throw gone();
      const { name, source, title } = item;
      const whole = await prepare({ name, source, title, ...meme }, item.blob, faces, thumb);
      const { id } = whole.meme;
      const added = await connection.write([...BRINGING, 'inbox'], async (tx) => {
        if (!(await tx.objectStore('inbox').getKey(inboxId))) throw gone();
        await tx.objectStore('inbox').delete(inboxId);
        return bring(tx, whole);
      });
      if (added) announce('added', [id]);
      return { id, outcome: added ? 'added' : 'duplicate' };
    },
  };
}
