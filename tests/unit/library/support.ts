/** Libraries that live as long as one test, pictures to put in, and a look at what is really stored. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, vi } from 'vitest';
import { type Library, type NewFace, type NewMeme, openLibrary } from '../../../src/library/index.ts';
import type { GurnSchema } from '../../../src/library/schema.ts';

const opened: Library[] = [];
let names = 0;

afterEach(() => {
  vi.restoreAllMocks();
  for (const library of opened.splice(0)) library.close();
});

export const freshName = (): string => `test-${names++}`;

export async function open(name = freshName()): Promise<Library> {
  const library = await openLibrary(name);
  opened.push(library);
  return library;
}

/** A picture of its own for every seed. */
export const picture = (seed: number | string): Blob => new Blob([`picture ${seed}`], { type: 'text/plain' });

/** A unit vector that points along axis `axis`. */
export function unit(axis: number): Float32Array<ArrayBuffer> {
  const vector = new Float32Array(64);
  vector[axis % 64] = 1;
  return vector;
}

export const face = (axis: number): NewFace => ({
  origin: 'detected',
  frame: 0,
  box: [1, 2, 30, 40],
  score: 0.9,
  embedding: unit(axis),
  spread: 0,
});

export const meme = (fields: Partial<NewMeme> = {}): NewMeme => ({
  name: 'Grumpy cat',
  source: 'https://example.com/cat.webp',
  tags: ['cat'],
  type: 'image/webp',
  width: 320,
  height: 240,
  animated: false,
  indexed: 'model-1',
  ...fields,
});

/** What is in the database, read past the library: the keys, the meme of each face, and the records themselves. */
export async function stored(name: string) {
  const db = await openDB<GurnSchema>(name);
  const tx = db.transaction(['memes', 'bytes', 'thumbs', 'faces', 'picks', 'inbox', 'dismissed', 'settings']);
  const faces = await tx.objectStore('faces').getAll();
  const all = {
    records: { memes: await tx.objectStore('memes').getAll(), faces },
    memes: await tx.objectStore('memes').getAllKeys(),
    bytes: await tx.objectStore('bytes').getAllKeys(),
    thumbs: await tx.objectStore('thumbs').getAllKeys(),
    picks: (await tx.objectStore('picks').getAll()).map(({ meme }) => meme),
    faces: faces.map(({ meme }) => meme).sort(),
    planned: (await tx.objectStore('settings').get('pendingRemovals'))?.value ?? [],
    inbox: await tx.objectStore('inbox').getAllKeys(),
    dismissed: await tx.objectStore('dismissed').getAllKeys(),
  };
  db.close();
  return all;
}

/** Makes the write number `n` (from 0) fail from now on; returns how many writes there were until `restore`. */
export function failWrite(n: number, error: Error): { writes: () => number; restore: () => void } {
  let writes = 0;
  const spies = (['add', 'put', 'delete'] as const).map((method) => {
    const original = IDBObjectStore.prototype[method];
    return vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (writes++ === n) throw error;
      return Reflect.apply(original, this, args);
    });
  });
  return {
    writes: () => writes,
    restore: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}
