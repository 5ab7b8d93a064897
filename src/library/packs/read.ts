/** Reads a pack and checks all of it; what comes out may be stored as it is. */
import * as v from 'valibot';
import { sha256Hex } from '../digest.ts';
import type { Face } from '../schema.ts';
import { PackError } from './errors.ts';
import { Heading, Manifest, type PackedMeme, UNSEEN_TEXT, VERSION } from './manifest.ts';
import { MANIFEST, pictureName, VECTORS } from './names.ts';
import { faultOf } from './picture.ts';
import { isSound, ROW, rowOf } from './vectors.ts';
import { type Archive, openArchive } from './zip.ts';

/** A meme of a pack, as good as one of the library. */
export interface PackMeme {
  readonly record: Omit<PackedMeme, 'faces'>;
  readonly bytes: Blob;
  readonly faces: readonly Face[];
}

export interface Pack {
  readonly created: string;
  readonly generator: string;
  readonly memes: readonly PackMeme[];
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called after every few pictures. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Pictures read at once: while one is hashed, the next is read. Each may have 32 MiB. */
const AT_ONCE = 4;

/**
 * Reads a `.gurnpack`. Everything is checked before anything is given out: it is sound as a whole or refused.
 * Pictures are kept as Blobs, which the browser moves to its disk when they are many.
 * @throws PackError; the signal's reason when that is aborted
 */
export async function readPack(blob: Blob, { signal, onProgress }: ReadOptions = {}): Promise<Pack> {
  const archive = await openArchive(blob, signal);
  try {
    const manifest = parse(await archive.bytes(MANIFEST));
    checkFiles(manifest, archive.sizes);
    const vectors = await readVectors(archive, manifest);
    const memes: PackMeme[] = [];
    for (let start = 0; start < manifest.memes.length; start += AT_ONCE) {
      const some = manifest.memes.slice(start, start + AT_ONCE);
      const pictures = await Promise.all(some.map((packed) => readPicture(archive, packed)));
      for (const [i, bytes] of pictures.entries()) {
        const packed = some[i];
        if (packed) memes.push({ ...split(packed, vectors), bytes });
      }
      onProgress?.(memes.length, manifest.memes.length);
    }
    const { created, generator } = manifest;
    return { created, generator, memes };
  } finally {
    await archive.close();
  }
}

function parse(bytes: Uint8Array): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new PackError('list', 'it is no JSON', error);
  }
  const heading = v.safeParse(Heading, json);
  if (!heading.success) throw new PackError('not-a-pack');
  if (heading.output.version > VERSION) throw new PackError('newer-version');
  const manifest = v.safeParse(Manifest, json, { abortEarly: true });
  if (manifest.success) return manifest.output;
  const [issue] = manifest.issues;
  const where = v.getDotPath(issue) ?? '';
  throw new PackError(issue.message === UNSEEN_TEXT ? 'text' : 'list', where);
}

/** The list and the files agree: each meme has its picture and each vector its face, once, and nothing is left over. */
function checkFiles({ memes, vectors }: Manifest, sizes: ReadonlyMap<string, number>): void {
  const wanted = new Set<string>([MANIFEST, VECTORS]);
  for (const meme of memes) {
    const name = pictureName(meme);
    if (wanted.has(name)) throw new PackError('list', `${meme.id} twice`);
    wanted.add(name);
    const size = sizes.get(name);
    if (size === undefined) throw new PackError('missing-file', name);
    if (size !== meme.size) throw new PackError('list', `size of ${meme.id}`);
  }
  if (new Set(memes.map(({ id }) => id)).size < memes.length) throw new PackError('list', 'a meme twice');
  for (const name of sizes.keys()) if (!wanted.has(name)) throw new PackError('unknown-file', name);

  const rows = memes.flatMap(({ faces }) => faces.map(({ vector }) => vector));
  const isEach = new Set(rows).size === rows.length && rows.length === vectors.rows;
  if (!isEach || rows.some((row) => row >= vectors.rows)) throw new PackError('vectors', 'rows');
  if (sizes.get(VECTORS) !== vectors.rows * ROW) throw new PackError('vectors', 'size');
}

async function readVectors(archive: Archive, { memes, vectors }: Manifest): Promise<DataView> {
  const bytes = await archive.bytes(VECTORS);
  if ((await sha256Hex(bytes.buffer)) !== vectors.sha256) throw new PackError('vectors', 'digest');
  const view = new DataView(bytes.buffer);
  for (const { id, faces } of memes) {
    for (const face of faces) if (!isSound(face, rowOf(view, face.vector))) throw new PackError('vectors', `of ${id}`);
  }
  return view;
}

async function readPicture(archive: Archive, packed: PackedMeme): Promise<Blob> {
  const name = pictureName(packed);
  const bytes = await archive.bytes(name);
  if ((await sha256Hex(bytes.buffer)) !== packed.id) throw new PackError('digest', name);
  const fault = faultOf(bytes, packed.type);
  if (fault !== undefined) throw new PackError('picture', `${name}: ${fault}`);
  return new Blob([bytes], { type: packed.type });
}

function split({ faces, ...record }: PackedMeme, vectors: DataView): Omit<PackMeme, 'bytes'> {
  return {
    record,
    faces: faces.map(({ vector, ...face }) => ({ ...face, meme: record.id, embedding: rowOf(vectors, vector) })),
  };
}
