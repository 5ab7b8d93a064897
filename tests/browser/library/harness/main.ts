/** The library in a page of its own, for tests to call. */
import { type Library, type LibraryError, openLibrary, seedStarter } from '../../../../src/library/index.ts';
import { migrations } from '../../../../src/library/migrations.ts';
import { openDatabase } from '../../../../src/library/open.ts';

/** A picture of `size` bytes that no other `seed` has. */
function picture(seed: number, size = 1000): Blob {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (seed * 31 + i * 7 + (i >> 8)) & 255;
  new DataView(bytes.buffer).setUint32(0, seed);
  return new Blob([bytes], { type: 'image/png' });
}

function face(axis: number) {
  const embedding = new Float32Array(64);
  embedding[axis % 64] = 1;
  return { origin: 'detected' as const, frame: 0, box: null, score: 1, embedding, spread: 0 };
}

function add(library: Library, seed: number, size?: number) {
  const meme = { name: `Meme ${seed}`, source: 'test', type: 'image/png', width: 9, height: 9 };
  const whole = { meme: { ...meme, animated: false, indexed: 'm' }, faces: [face(seed), face(seed + 1)] };
  return library.memes.add({ ...whole, bytes: picture(seed, size) });
}

/** Ids of memes that lack their bytes or one of their two faces, and how many bytes and faces belong to nothing. */
async function audit(library: Library) {
  const memes = await library.memes.list({ limit: 1_000_000 });
  const faces = await library.faces.all();
  const incomplete: string[] = [];
  for (const { id, size } of memes) {
    const bytes = await library.memes.bytes(id);
    const own = faces.filter(({ meme }) => meme === id).length;
    if (!bytes || (await bytes.arrayBuffer()).byteLength !== size || own !== 2) incomplete.push(id);
  }
  const orphans = faces.length - 2 * memes.length;
  return { memes: memes.length, incomplete, orphans };
}

/** The code of the LibraryError that `work` fails with. */
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: LibraryError) => error.code,
  );

/** As a newer Gurn would open the library. */
const openNewer = () => openDatabase('gurn', () => undefined, [...migrations, () => undefined]);

const library = await openLibrary();
const gurn = {
  library,
  add: add.bind(null, library),
  audit: audit.bind(null, library),
  codeOf,
  openNewer,
  seedStarter,
};

declare global {
  interface Window {
    gurn: typeof gurn;
  }
}
window.gurn = gurn;
document.documentElement.dataset.ready = '';
