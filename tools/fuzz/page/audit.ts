/** Looks at all that is stored, past the library's code: is every meme whole, and nothing left over? */
import { openDB } from 'idb';
import { sha256Hex } from '../../../src/library/digest.ts';
import { DIMENSIONS, type Face, type GurnSchema, type Meme, STARTER } from '../../../src/library/schema.ts';
import type { Audit, Portrait } from './protocol.ts';

/** Between the length of an embedding and 1. */
const TOLERANCE = 1e-3;

async function read(name: string) {
  const db = await openDB<GurnSchema>(name);
  try {
    const tx = db.transaction(['memes', 'bytes', 'thumbs', 'faces', 'inbox', 'imports', 'importItems']);
    const [memes, bytes, thumbs, faces, inbox, imports, items] = await Promise.all([
      tx.objectStore('memes').getAll(),
      tx.objectStore('bytes').getAll(),
      tx.objectStore('thumbs').getAllKeys(),
      tx.objectStore('faces').getAll(),
      tx.objectStore('inbox').count(),
      tx.objectStore('imports').count(),
      tx.objectStore('importItems').count(),
    ]);
    const keys = await tx.objectStore('bytes').getAllKeys();
    const pictures = new Map(keys.flatMap((id, i) => (bytes[i] ? [[id, bytes[i]] as const] : [])));
    return { memes, pictures, thumbs: new Set(thumbs), faces, inbox, imports, items };
  } finally {
    db.close();
  }
}

async function faultsOf({ id, size, width, height, source }: Meme, picture: Blob | undefined, hasThumb: boolean) {
  const faults: string[] = [];
  if (!picture) return ['a meme without its picture'];
  if (picture.size !== size || (await sha256Hex(picture)) !== id) faults.push('a picture that is not its meme’s');
  if (!(width > 0 && height > 0)) faults.push(`a meme of ${width}×${height} pixels`);
  if (source !== STARTER && !hasThumb) faults.push('a meme without a small picture');
  return faults.map((fault) => `${fault} (${source})`);
}

function faultOf({ embedding, box, score, origin, spread }: Face): string | undefined {
  if (embedding.length !== DIMENSIONS || !embedding.every(Number.isFinite)) return 'a face without 64 numbers';
  if (origin !== 'detected') return undefined;
  if (Math.abs(Math.hypot(...embedding) - 1) > TOLERANCE) return 'a face whose embedding is not of unit length';
  if (!box?.every(Number.isFinite) || !(box[2] > 0 && box[3] > 0)) return 'a face in a box that is none';
  return score >= 0 && score <= 1 && spread === 0 ? undefined : 'a face with a score that is none';
}

/** @param name of the database */
export async function audit(name: string): Promise<Audit> {
  const { memes, pictures, thumbs, faces, inbox, imports, items } = await read(name);
  const ids = new Set(memes.map(({ id }) => id));
  const ofMemes = memes.map((meme) => faultsOf(meme, pictures.get(meme.id), thumbs.has(meme.id)));
  const faults = (await Promise.all(ofMemes)).flat();
  for (const id of pictures.keys()) if (!ids.has(id)) faults.push(`a picture without its meme: ${id}`);
  for (const id of thumbs) if (!ids.has(id)) faults.push(`a small picture without its meme: ${id}`);
  for (const face of faces) {
    if (!ids.has(face.meme)) faults.push(`a face without its meme: ${face.meme}`);
    const fault = faultOf(face);
    if (fault) faults.push(`${fault}, of ${face.meme}`);
  }
  if (inbox > 0) faults.push(`${inbox} pictures wait in the inbox`);
  if (imports > 0 || items > 0) faults.push(`${imports} imports and ${items} of their pictures were not forgotten`);
  return { memes: memes.length, faces: faces.length, faults };
}

/** The memes of these names with all that belongs to them, as text. */
export async function portraits(name: string, wanted: readonly string[]): Promise<Record<string, Portrait>> {
  const { memes, pictures, faces } = await read(name);
  const texts = memes
    .filter((meme) => wanted.includes(meme.name))
    .map(async (meme) => {
      const picture = pictures.get(meme.id);
      const own = faces.filter((face) => face.meme === meme.id);
      const vectors = own.map((face) => ({ ...face, embedding: [...face.embedding] }));
      const digest = picture ? await sha256Hex(picture) : '';
      return [meme.name, JSON.stringify({ meme, digest, type: picture?.type, faces: vectors })] as const;
    });
  return Object.fromEntries(await Promise.all(texts));
}
