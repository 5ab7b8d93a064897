/** The library's part: read from IndexedDB and searched as the offscreen document does it. */
import { openLibrary } from '../../../src/library/index.ts';
import { type Gallery, openGallery } from '../../../src/offscreen/gallery.ts';
import { median } from '../../median.ts';
import { vectorsOf } from '../../search/vectors.ts';

/** What the popup asks for: three matches, and six to take the place of those that cannot be shown. */
const TOP = 9;
const BATCH = 2_000;
const QUERIES = 100;
/** The clock counts in steps of 5 µs. */
const TOGETHER = 5;

let gallery: Gallery | undefined;

const ended = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });

const idOf = (number: number): string => number.toString(16).padStart(64, '0');

/** Only what the matcher reads: records of memes and faces, no pictures. */
globalThis.fillLibrary = async (from, to, model, means) => {
  await openLibrary();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('gurn');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (let first = from; first < to; first += BATCH) {
    const tx = db.transaction(['memes', 'faces'], 'readwrite', { durability: 'relaxed' });
    const faces = vectorsOf('embeddings', first, Math.min(BATCH, to - first), means);
    for (const [i, embedding] of faces.entries()) {
      const id = idOf(first + i);
      const [type, size, width, height] = ['image/jpeg', 20_000, 480, 360];
      const file = { id, name: `Meme ${first + i}`, source: '', title: '', tags: [], type, size, width, height };
      const used = { count: 0, last: 0 };
      tx.objectStore('memes').put({
        ...file,
        animated: false,
        added: first + i,
        used,
        indexed: model,
        fingerprint: '',
      });
      const place = { origin: 'detected', frame: 0, box: [180, 120, 120, 120], score: 0.9 };
      tx.objectStore('faces').add({ meme: id, ...place, embedding, spread: 0, model });
    }
    await ended(tx);
  }
  db.close();
};

globalThis.openMemes = async (model) => {
  const library = await openLibrary();
  const begun = performance.now();
  gallery = await openGallery(library, Promise.resolve(model));
  return performance.now() - begun;
};

globalThis.searchMemes = (means) => {
  const opened = gallery;
  if (!opened) throw new Error('The memes were not opened.');
  const queries = vectorsOf('embeddings', 2_000_003, QUERIES, means).map((query) => Float32Array.from(query));
  const times = queries.map((query) => {
    const begun = performance.now();
    for (let i = 0; i < TOGETHER; i += 1) opened.search(query, TOP);
    return (performance.now() - begun) / TOGETHER;
  });
  return median(times);
};
