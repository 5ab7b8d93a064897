/** Pictures and faces as callers hand them in, made ready to be stored. */
import type { Writing } from './connection.ts';
import { sha256Hex } from './digest.ts';
import { LibraryError } from './errors.ts';
import { DIMENSIONS, type Face, type Meme, STARTER } from './schema.ts';

/** What the finder of a picture knows of it; the library adds the rest. */
export interface NewMeme extends Pick<Meme, 'name' | 'source' | 'type' | 'width' | 'height' | 'animated' | 'indexed'> {
  readonly tags?: readonly string[];
  readonly title?: string;
  readonly fingerprint?: string;
}

/** A face on its way in. Its model is its meme's `indexed`. */
export type NewFace = Omit<Face, 'key' | 'meme' | 'model'>;

/** A meme with all that belongs to it: stored and deleted together. */
export interface Whole {
  readonly meme: Meme;
  readonly bytes: Blob;
  readonly faces: readonly Face[];
  readonly thumb?: Blob;
}

/** The stores that a whole meme touches. */
export const WHOLE: WholeStore[] = ['memes', 'bytes', 'thumbs', 'faces', 'picks', 'dismissed'];
export type WholeStore = 'memes' | 'bytes' | 'thumbs' | 'faces' | 'picks' | 'dismissed';

/** Reads and hashes the bytes; what is stored is what was hashed, also when the file on disk changes meanwhile. */
export async function prepare(meme: NewMeme, blob: Blob, faces: readonly NewFace[], thumb?: Blob): Promise<Whole> {
  const buffer = await blob.arrayBuffer();
  const id = await sha256Hex(buffer);
  const { name, source, title = '', tags = [], type, width, height, animated, indexed, fingerprint = '' } = meme;
  return {
    meme: {
      id,
      name,
      source,
      title,
      tags: [...tags],
      type,
      size: buffer.byteLength,
      width,
      height,
      animated,
      added: Date.now(),
      used: { count: 0, last: 0 },
      indexed,
      fingerprint,
    },
    bytes: new Blob([buffer], { type }),
    faces: faces.map((face) => toFace(face, id, indexed)),
    ...(thumb && { thumb }),
  };
}

/** @throws LibraryError invalid, when the embedding is not 64 finite numbers */
export function toFace(face: NewFace, meme: string, model: string): Face {
  const { origin, frame, box, score, embedding, spread } = face;
  if (embedding.length !== DIMENSIONS || !embedding.every(Number.isFinite) || !Number.isFinite(spread)) {
    throw new LibraryError('invalid', `An embedding must be ${DIMENSIONS} finite numbers.`);
  }
  // A view is stored with the whole buffer behind it, so the 64 numbers are copied out.
  return { meme, origin, frame, box, score, embedding: embedding.slice(), spread, model };
}

/**
 * Stores a whole meme. False when the same bytes are in the library already: then nothing changes, unless damage has
 * taken the picture alone, which is mended.
 */
export async function insert(tx: Writing<WholeStore>, { meme, bytes, faces, thumb }: Whole): Promise<boolean> {
  if (await tx.objectStore('memes').getKey(meme.id)) {
    if (!(await tx.objectStore('bytes').getKey(meme.id))) await tx.objectStore('bytes').put(bytes, meme.id);
    return false;
  }
  await tx.objectStore('memes').add(meme);
  await tx.objectStore('bytes').put(bytes, meme.id);
  if (thumb) await tx.objectStore('thumbs').put(thumb, meme.id);
  await tx.objectStore('dismissed').delete(meme.id);
  for (const face of faces) await tx.objectStore('faces').add(face);
  return true;
}

/** Memes deleted side by side: waiting for each in turn makes a deletion of thousands several times as long. */
const TOGETHER = 500;

/** Deletes memes with all that belongs to them; returns those that were there. A sticker is remembered as dismissed. */
export async function deleteWhole(tx: Writing<WholeStore>, ids: readonly string[]): Promise<string[]> {
  const there: string[] = [];
  const all = [...new Set(ids)];
  for (let first = 0; first < all.length; first += TOGETHER) {
    const some = all.slice(first, first + TOGETHER);
    const deleted = await Promise.all(some.map((id) => deleteOne(tx, id)));
    there.push(...some.filter((_, index) => deleted[index]));
  }
  return there;
}

/** False when there is no such meme. */
async function deleteOne(tx: Writing<WholeStore>, id: string): Promise<boolean> {
  const meme = await tx.objectStore('memes').get(id);
  if (!meme) return false;
  await tx.objectStore('memes').delete(id);
  await tx.objectStore('bytes').delete(id);
  await tx.objectStore('thumbs').delete(id);
  await deleteFaces(tx, id);
  for (const pick of await tx.objectStore('picks').index('meme').getAllKeys(id)) {
    await tx.objectStore('picks').delete(pick);
  }
  if (meme.source === STARTER) await tx.objectStore('dismissed').put({ id, at: Date.now() });
  return true;
}

/** Deletes those of a meme's faces that `which` picks. */
export async function deleteFaces(
  tx: Writing<'faces'>,
  meme: string,
  which: (face: Face) => boolean = () => true,
): Promise<void> {
  const faces = tx.objectStore('faces');
  for (const face of await faces.index('meme').getAll(meme)) {
    if (face.key !== undefined && which(face)) await faces.delete(face.key);
  }
}
