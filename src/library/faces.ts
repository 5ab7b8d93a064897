import type { Announcer } from './changes.ts';
import type { Connection } from './connection.ts';
import { LibraryError } from './errors.ts';
import { deleteFaces, type NewFace, toFace } from './records.ts';
import { type Face, STARTER } from './schema.ts';

/** A face that a person made for a meme: see {@link Face}. */
export type TaughtFace = Pick<Face, 'embedding' | 'spread' | 'model'>;

/** A face that a person outlined where the detector found none. */
export interface DrawnFace extends Pick<Face, 'embedding' | 'model'> {
  readonly box: NonNullable<Face['box']>;
}

/** What a person gave to a meme, and may take away again. */
const isGiven = ({ origin }: Pick<Face, 'origin'>): boolean => origin === 'taught' || origin === 'drawn';

/** Faces read at once: some 5 MB, far from the 128 MB that one message between the browser's processes may have. */
const CHUNK = 10_000;

export interface Faces {
  /**
   * Every face, or every face of one model: for the matcher. The vectors take 256 bytes each and the records around
   * them about as much again, so 60,000 faces are some 30 MB while they are held.
   */
  all(model?: string): Promise<Face[]>;
  ofMeme(id: string): Promise<Face[]>;
  /**
   * Puts `faces`, found by `model`, in the place of the faces that were detected in a meme before. Drawn ones of another
   * model give way when `faces` brings them again. Others stay.
   * @throws LibraryError missing, invalid
   */
  replace(meme: string, faces: readonly NewFace[], model: string): Promise<void>;
  /**
   * Makes a meme answer to `face`, in the place of what it was taught before; faces of other origins stay.
   * @throws LibraryError missing, invalid
   */
  teach(meme: string, face: TaughtFace): Promise<void>;
  /** Makes a meme answer to the face in a box that a person drew. @throws LibraryError missing, invalid */
  draw(meme: string, face: DrawnFace): Promise<void>;
  /** Takes away what a person taught or drew; returns it for `restore`, `undefined` when it is no longer there. */
  forget(key: number): Promise<Face | undefined>;
  /** Gives back what was forgotten, unless the meme was taught another face meanwhile. @throws LibraryError missing */
  restore(face: Face): Promise<void>;
  /** Memes whose faces were found by another model than this, or never looked for. Starter stickers are seeded anew. */
  stale(model: string): Promise<string[]>;
  /** Memes whose faces were never looked for, or by an unknown model: those of a pack that another one wrote. */
  unsearched(): Promise<string[]>;
}

export function createFaces(connection: Connection, { announce }: Announcer): Faces {
  return {
    all: (model) =>
      connection.read(['faces'], async (tx) => {
        const faces: Face[] = [];
        let range: IDBKeyRange | null = null;
        for (;;) {
          const chunk: Face[] = await tx.objectStore('faces').getAll(range, CHUNK);
          for (const face of chunk) if (model === undefined || face.model === model) faces.push(face);
          const last = chunk.at(-1);
          if (last?.key === undefined || chunk.length < CHUNK) return faces;
          range = IDBKeyRange.lowerBound(last.key, true);
        }
      }),

    ofMeme: (id) => connection.read(['faces'], (tx) => tx.objectStore('faces').index('meme').getAll(id)),

    async replace(id, faces, model) {
      const records = faces.map((face) => toFace(face, id, model));
      await connection.write(['memes', 'faces'], async (tx) => {
        const meme = await tx.objectStore('memes').get(id);
        if (!meme) throw new LibraryError('missing');
        await tx.objectStore('memes').put({ ...meme, indexed: model });
        const redrawn = records.some(({ origin }) => origin === 'drawn');
        const isOld = (face: Face) => redrawn && face.origin === 'drawn' && face.model !== model;
        await deleteFaces(tx, id, (face) => face.origin === 'detected' || isOld(face));
        for (const face of records) await tx.objectStore('faces').add(face);
      });
      announce('faces', [id]);
    },

    async teach(id, { embedding, spread, model }) {
      const face = toFace({ origin: 'taught', frame: 0, box: null, score: 1, embedding, spread }, id, model);
      await connection.write(['memes', 'faces'], async (tx) => {
        if (!(await tx.objectStore('memes').getKey(id))) throw new LibraryError('missing');
        await deleteFaces(tx, id, ({ origin }) => origin === 'taught');
        await tx.objectStore('faces').add(face);
      });
      announce('faces', [id]);
    },

    async draw(id, { box, embedding, model }) {
      const face = toFace({ origin: 'drawn', frame: 0, box, score: 1, embedding, spread: 0 }, id, model);
      await connection.write(['memes', 'faces'], async (tx) => {
        if (!(await tx.objectStore('memes').getKey(id))) throw new LibraryError('missing');
        await tx.objectStore('faces').add(face);
      });
      announce('faces', [id]);
    },

    async forget(key) {
      const gone = await connection.write(['faces'], async (tx) => {
        const face = await tx.objectStore('faces').get(key);
        if (!face || !isGiven(face)) return undefined;
        await tx.objectStore('faces').delete(key);
        return face;
      });
      if (gone) announce('faces', [gone.meme]);
      return gone;
    },

    async restore(face) {
      await connection.write(['memes', 'faces'], async (tx) => {
        if (!(await tx.objectStore('memes').getKey(face.meme))) throw new LibraryError('missing');
        const own = await tx.objectStore('faces').index('meme').getAll(face.meme);
        const taughtAnew = face.origin === 'taught' && own.some(({ origin }) => origin === 'taught');
        if (!taughtAnew) await tx.objectStore('faces').put(face);
      });
      announce('faces', [face.meme]);
    },

    unsearched: () => connection.read(['memes'], (tx) => tx.objectStore('memes').index('indexed').getAllKeys('')),

    stale: (model) =>
      connection.read(['memes'], async (tx) => {
        const index = tx.objectStore('memes').index('indexed');
        const others = [IDBKeyRange.upperBound(model, true), IDBKeyRange.lowerBound(model, true)];
        const memes = await Promise.all(others.map((range) => index.getAll(range)));
        return memes.flat().flatMap(({ id, source }) => (source === STARTER ? [] : [id]));
      }),
  };
}
