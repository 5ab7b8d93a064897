/**
 * What can still be read of a library that Gurn cannot open: read at whatever version it has, record by record, so that
 * one that is damaged costs no other. Nothing is upgraded, created or written.
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { createAnnouncer } from './changes.ts';
import { LibraryError, toLibraryError } from './errors.ts';
import { type Source, toPacked } from './packs/packed.ts';
import { facesByMeme, readMeme } from './salvage.ts';

/** A picture whose name and faces are lost. */
export interface LoosePicture {
  readonly id: string;
  readonly bytes: Blob;
}

export interface Found {
  /** Ids of memes that are sound: picture, name, tags, and the faces that can be read. */
  readonly whole: readonly string[];
  /** Ids of those of which only the picture can be read. */
  readonly loose: readonly string[];
  /** How many have no picture that can be read. */
  readonly lost: number;
  /** How many face records could not be read. */
  readonly lostFaces: number;
}

export interface Rescue {
  /** The version that the database has. */
  readonly version: number;
  /** Reads everything, and says what a pack and what a plain zip could hold. */
  look(onProgress?: (done: number, of: number) => void): Promise<Found>;
  /** Memes as `writePack` takes them. */
  sources(ids: readonly string[]): AsyncGenerator<Source>;
  pictures(ids: readonly string[]): AsyncGenerator<LoosePicture>;
  close(): void;
}

/** Records that are asked for at once. */
const TOGETHER = 100;

type Loose = IDBPDatabase<unknown>;

/** @throws LibraryError missing (there is no such database), blocked, unavailable */
export async function openRescue(name = 'gurn'): Promise<Rescue> {
  const db = await openAsItIs(name);
  let faces: ReturnType<typeof readFaces> | undefined;

  async function sourceOf(id: string): Promise<Source | undefined> {
    faces ??= readFaces(db);
    const [record, bytes] = await Promise.all([read(db, 'memes', id), read(db, 'bytes', id)]);
    const meme = readMeme(id, record);
    return meme && bytes instanceof Blob ? { meme, bytes, faces: (await faces).byMeme.get(id) ?? [] } : undefined;
  }

  return {
    version: db.version,
    async look(onProgress) {
      const ids = [...new Set([...(await keysOf(db, 'memes')), ...(await keysOf(db, 'bytes'))])].map(String);
      const whole: string[] = [];
      const loose: string[] = [];
      for (const [i, id] of ids.entries()) {
        const source = await sourceOf(id);
        if (source && (await isSound(source))) whole.push(id);
        else if (await readBlob(db, id)) loose.push(id);
        onProgress?.(i + 1, ids.length);
      }
      faces ??= readFaces(db);
      return { whole, loose, lost: ids.length - whole.length - loose.length, lostFaces: (await faces).lost };
    },
    async *sources(ids) {
      for (const id of ids) {
        const source = await sourceOf(id);
        if (source) yield source;
      }
    },
    async *pictures(ids) {
      for (const id of ids) {
        const bytes = await readBlob(db, id);
        if (bytes) yield { id, bytes };
      }
    },
    close: () => db.close(),
  };
}

/** Opens what there is, whatever its version. Where there is nothing, nothing is made. */
async function openAsItIs(name: string): Promise<Loose> {
  let isNew = false;
  try {
    return await openDB(name, undefined, {
      upgrade(_db, _from, _to, tx) {
        isNew = true;
        void Promise.allSettled([tx.done]);
        tx.abort();
      },
      // Whoever starts afresh, or upgrades, needs not wait for a reader.
      blocking: (_from, _to, { target }) => target instanceof IDBDatabase && target.close(),
    });
  } catch (error) {
    if (isNew) throw new LibraryError('missing', 'There is no library in this browser: nothing can be saved.', error);
    throw toLibraryError(error);
  }
}

const CLOSED = 'Another Gurn window took the library away in the middle. Try again.';
const isClosed = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidStateError';

/** A record; `undefined` when it is missing or cannot be read. */
async function read(db: Loose, store: string, key: IDBValidKey): Promise<unknown> {
  if (!db.objectStoreNames.contains(store)) return undefined;
  try {
    return await db.get(store, key);
  } catch (error) {
    if (isClosed(error)) throw new LibraryError('interrupted', CLOSED, error);
    console.warn(`Gurn: a record of ${store} cannot be read`, key, error);
    return undefined;
  }
}

async function keysOf(db: Loose, store: string): Promise<IDBValidKey[]> {
  try {
    return await db.getAllKeys(store);
  } catch (error) {
    if (isClosed(error)) throw new LibraryError('interrupted', CLOSED, error);
    console.warn(`Gurn: ${store} cannot be read`, error);
    return [];
  }
}

async function readFaces(db: Loose) {
  const keys = await keysOf(db, 'faces');
  const records: unknown[] = [];
  for (let start = 0; start < keys.length; start += TOGETHER) {
    records.push(...(await Promise.all(keys.slice(start, start + TOGETHER).map((key) => read(db, 'faces', key)))));
  }
  return facesByMeme(records);
}

/** The picture's bytes in memory: a Blob whose file is gone can be had, but not read. */
async function readBlob(db: Loose, id: string): Promise<Blob | undefined> {
  const blob = await read(db, 'bytes', id);
  if (!(blob instanceof Blob)) return undefined;
  try {
    const bytes = await blob.arrayBuffer();
    return bytes.byteLength > 0 ? new Blob([bytes], { type: blob.type }) : undefined;
  } catch (error) {
    console.warn(`Gurn: the picture ${id} cannot be read`, error);
    return undefined;
  }
}

/** Would it be in a pack? */
async function isSound(source: Source): Promise<boolean> {
  try {
    return !('why' in (await toPacked(source, 0, true)));
  } catch (error) {
    console.warn(`Gurn: ${source.meme.id} cannot be read`, error);
    return false;
  }
}

/**
 * Deletes the library, for good, and tells every context that its memes are gone. Gurn's other windows let go of it by
 * themselves; `blocked` is called when one does not, and the deletion goes on once that is closed.
 * @throws LibraryError
 */
export async function eraseLibrary(blocked: () => void, name = 'gurn'): Promise<void> {
  const ids = await knownIds(name);
  try {
    await deleteDB(name, { blocked });
  } catch (error) {
    throw toLibraryError(error);
  }
  const announcer = createAnnouncer(`${name}.library`);
  announcer.announce('removed', ids);
  announcer.close();
}

/** The memes that there are; none when nobody can tell. */
async function knownIds(name: string): Promise<string[]> {
  try {
    const db = await openAsItIs(name);
    const ids = await keysOf(db, 'memes');
    db.close();
    return ids.map(String);
  } catch (error) {
    console.warn('Gurn: what is deleted could not be listed', error);
    return [];
  }
}
