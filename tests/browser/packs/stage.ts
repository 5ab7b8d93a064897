/** Packs as a person makes and opens them: by `npm run pack`, and on the library page. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type PackMeme, readPack, type Source, writePack } from '../../../src/library/packs/index.ts';
import type { Gurn } from '../../../tools/driver/extension.ts';
import { root } from '../../../tools/paths.ts';

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

/** Runs `npm run pack` to its end. */
export async function npmRunPack(args: readonly string[]): Promise<Run> {
  const child = spawn('npm', ['run', '--silent', 'pack', '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, output };
}

export const readPackFile = async (path: string): Promise<readonly PackMeme[]> =>
  (await readPack(new Blob([await readFile(path)]))).memes;

/** A pack of these memes, as an older Gurn with another embedder would have written it. */
export async function packOfOldModel(memes: readonly PackMeme[]): Promise<Buffer> {
  const model = 'gurn-before';
  async function* sources(): AsyncGenerator<Source> {
    for (const { record, bytes, faces } of memes) {
      const meme = { ...record, indexed: model, added: 0, used: { count: 0, last: 0 } };
      yield { meme, bytes, faces: faces.map((face) => ({ ...face, model })) };
    }
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  await writePack(new WritableStream({ write: (chunk) => void parts.push(chunk.slice()) }), sources(), {
    generator: 'test',
  });
  return Buffer.concat(parts);
}

/** The page's section of packs. Without the browser's dialog for saving, which no test can answer. */
export async function openPacks(gurn: Gurn): Promise<Page> {
  const page = await gurn.context.newPage();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await page.goto(gurn.url('src/pages/library/index.html#packs'));
  return page;
}

export const choosePack = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.setInputFiles('.packs input[type=file]', [{ name, mimeType: 'application/zip', buffer }]);

/** Drops a pack on the page, as from a folder of the desktop. */
export const dropPack = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.evaluate(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], name));
      document.querySelector('main')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
    },
    [name, buffer.toString('base64')] as const,
  );

/**
 * What is stored of memes: pictures by their digest, vectors bit for bit. Fingerprints are left out, since the
 * offscreen document fills in those that are missing at any time.
 */
export async function stored(page: Page) {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16)).join(' ');
    const db = await done(indexedDB.open('gurn'));
    const tx = db.transaction(['memes', 'faces', 'bytes']);
    const [memes, faces, ids, blobs] = await Promise.all([
      done<{ id: string; name: string; source: string; indexed: string; tags: string[] }[]>(
        tx.objectStore('memes').getAll(),
      ),
      done<{ meme: string; key: number; model: string; embedding: Float32Array<ArrayBuffer> }[]>(
        tx.objectStore('faces').getAll(),
      ),
      done<IDBValidKey[]>(tx.objectStore('bytes').getAllKeys()),
      done<Blob[]>(tx.objectStore('bytes').getAll()),
    ]);
    db.close();
    const digests = new Map<IDBValidKey | undefined, string>();
    for (const [i, blob] of blobs.entries()) {
      digests.set(ids[i], hex(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
    }
    return memes.map((meme) => ({
      meme: { ...meme, fingerprint: undefined },
      digest: digests.get(meme.id),
      faces: faces
        .filter((face) => face.meme === meme.id)
        .map(({ key: _, embedding, ...face }) => ({ ...face, embedding: hex(embedding.buffer) })),
    }));
  });
}
