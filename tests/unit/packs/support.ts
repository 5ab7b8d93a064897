/** Memes with real, tiny pictures, packs of them in memory, and the library's records to compare. */
import { openDB } from 'idb';
import type { NewFace } from '../../../src/library/index.ts';
import { type Source, sourcesOf, type WriteOptions, writePack } from '../../../src/library/packs/index.ts';
import type { Face, GurnSchema, Meme } from '../../../src/library/schema.ts';
import { png } from '../decode/pictures/png.ts';
import { meme, open } from '../library/support.ts';

export const MODEL = 'model-1';

/** A picture of its own for every seed up to 6,400. */
export const picture = (seed: number): Uint8Array<ArrayBuffer> => png(1 + (seed % 80), 1 + Math.floor(seed / 80));

/** Numbers between -1 and 1 that look random and are the same each time. */
export function randoms(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A unit vector with 64 different components. */
export function direction(seed: number): Float32Array<ArrayBuffer> {
  const next = randoms(seed);
  const raw = Array.from({ length: 64 }, next);
  const length = Math.hypot(...raw);
  return Float32Array.from(raw, (value) => value / length);
}

/** A mean of unit vectors, and its spread. */
export function mean(seed: number): Pick<Face, 'embedding' | 'spread'> {
  const embedding = direction(seed).map((value) => value * 0.9);
  return { embedding, spread: 1 - embedding.reduce((sum, value) => sum + value * value, 0) };
}

export const detected = (seed: number): NewFace => ({
  origin: 'detected',
  frame: seed % 3,
  box: [seed % 7, 2.25, 30.5, 40.125],
  score: 0.5 + (seed % 50) / 100,
  embedding: direction(seed),
  spread: 0,
});

export const taught = (seed: number): NewFace => ({
  origin: 'taught',
  frame: 0,
  box: null,
  score: 1,
  ...mean(seed),
});

export const drawn = (seed: number): NewFace => ({ ...detected(seed), origin: 'drawn', score: 1 });

/** A library with memes of 0 to 2 detected faces, every tenth of them taught, every twelfth with a drawn box. */
export async function filled(name: string, count: number, first = 0) {
  const library = await open(name);
  for (let seed = first; seed < first + count; seed++) {
    const faces = Array.from({ length: seed % 3 }, (_, i) => detected(seed * 3 + i));
    if (seed % 10 === 0) faces.push(taught(seed));
    if (seed % 12 === 0) faces.push(drawn(seed));
    const fields = { name: `Meme ${seed} 😀`, title: `Page ${seed}`, tags: [`tag ${seed % 5}`, 'all'] };
    const fingerprint = seed.toString(16).padStart(16, '0');
    const facts = { type: 'image/png', width: 1 + (seed % 80), height: 1 + Math.floor(seed / 80), indexed: MODEL };
    await library.memes.add({
      meme: meme({ ...fields, ...facts, fingerprint, source: `https://example.com/${seed}` }),
      bytes: new Blob([picture(seed)], { type: 'image/png' }),
      faces,
    });
  }
  return library;
}

/** Collects what is written to it. */
export function collector() {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const state = { aborted: false, closed: false };
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => void parts.push(chunk.slice()),
    close: () => {
      state.closed = true;
    },
    abort: () => {
      state.aborted = true;
    },
  });
  return { sink, state, blob: () => new Blob(parts) };
}

export const OPTIONS: WriteOptions = { generator: 'test', created: Date.UTC(2026, 10, 23), history: true };

export async function packOf(sources: AsyncIterable<Source>, options = OPTIONS): Promise<Blob> {
  const { sink, blob } = collector();
  await writePack(sink, sources, options);
  return blob();
}

/** A pack of everything in the library. */
export const exported = (library: Parameters<typeof sourcesOf>[0], options = OPTIONS): Promise<Blob> =>
  packOf(sourcesOf(library), options);

/** All that is stored of memes, without the keys that a database gives. Pictures as bytes, by their meme's id. */
export async function contents(name: string) {
  const db = await openDB<GurnSchema>(name);
  const tx = db.transaction(['memes', 'bytes', 'faces', 'dismissed', 'settings']);
  const blobs = await tx.objectStore('bytes').getAll();
  const ids = await tx.objectStore('bytes').getAllKeys();
  const faces = await tx.objectStore('faces').getAll();
  const memes: Meme[] = await tx.objectStore('memes').getAll();
  const dismissed = await tx.objectStore('dismissed').getAllKeys();
  const settings = await tx.objectStore('settings').getAll();
  db.close();
  const pictures: [string, string, string][] = [];
  for (const [i, blob] of blobs.entries()) {
    pictures.push([ids[i] ?? '', blob.type, Buffer.from(await blob.arrayBuffer()).toString('base64')]);
  }
  const vectorOf = ({ key: _, embedding, ...face }: Face) => ({
    ...face,
    embedding: Buffer.from(embedding.buffer).toString('hex'),
  });
  // In the order of memes, each meme's faces in their own.
  const byMeme = faces.map(vectorOf).sort((a, b) => (a.meme < b.meme ? -1 : a.meme > b.meme ? 1 : 0));
  return { memes, pictures, faces: byMeme, dismissed, settings };
}
