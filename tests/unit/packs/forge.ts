/** Takes packs apart and puts them together wrongly. */
import { createHash } from 'node:crypto';
import {
  BlobReader,
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
  type ZipWriterAddDataOptions,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import type { Manifest } from '../../../src/library/packs/manifest.ts';

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** Types without their readonly, since a forger writes. */
type Writable<T> = { -readonly [K in keyof T]: Writable<T[K]> };
export type Draft = Writable<Manifest>;

const QUIET = { useWebWorkers: false } as const;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await blob.arrayBuffer());

export async function unzip(pack: Blob): Promise<Files> {
  const files: Files = new Map();
  for (const entry of await new ZipReader(new BlobReader(pack), QUIET).getEntries()) {
    if (!entry.directory) files.set(entry.filename, new Uint8Array(await entry.arrayBuffer(QUIET)));
  }
  return files;
}

export async function zip(files: Files, options: ZipWriterAddDataOptions = {}): Promise<Blob> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), QUIET);
  for (const [name, bytes] of files) {
    const directory = name.endsWith('/');
    const reader =
      name === 'manifest.json' ? new TextReader(new TextDecoder().decode(bytes)) : new Uint8ArrayReader(bytes);
    await writer.add(name, directory ? undefined : reader, { ...options, directory });
  }
  return new Blob([(await writer.close()) as Uint8Array<ArrayBuffer>]);
}

export const textOf = (files: Files): string => new TextDecoder().decode(files.get('manifest.json'));

/** Changes the list of a pack, and says its vectors' digest anew. */
export async function relisted(pack: Blob, change: (list: Draft, files: Files) => void): Promise<Blob> {
  const files = await unzip(pack);
  const list = JSON.parse(textOf(files)) as Draft;
  change(list, files);
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(list)));
  return zip(files);
}

/** Puts another picture in the place of the first meme's, named by its own digest. */
export const withPicture = (pack: Blob, picture: Uint8Array<ArrayBuffer>): Promise<Blob> =>
  relisted(pack, ({ memes: [meme] }, files) => {
    if (!meme) throw new Error('the pack is empty');
    files.delete(`images/${meme.id}.png`);
    Object.assign(meme, { id: sha256(picture), size: picture.length });
    files.set(`images/${meme.id}.png`, picture);
  });

/** Changes the numbers of the vectors; their digest is right. */
export const withVectors = (pack: Blob, change: (view: DataView) => void): Promise<Blob> =>
  relisted(pack, (list, files) => {
    const vectors = files.get('vectors.f32') ?? new Uint8Array();
    change(new DataView(vectors.buffer));
    list.vectors.sha256 = sha256(vectors);
  });

/** The places where a text stands in the bytes. */
export function placesOf(bytes: Uint8Array, text: string): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const places: number[] = [];
  for (let at = buffer.indexOf(text); at >= 0; at = buffer.indexOf(text, at + 1)) places.push(at);
  return places;
}

/** Where the records of the central directory and of the local files begin. */
export const CENTRAL = 'PK\x01\x02';
export const LOCAL = 'PK\x03\x04';

/** Changes the bytes of a zip. */
export async function patched(pack: Blob, change: (bytes: Uint8Array, view: DataView) => void): Promise<Blob> {
  const bytes = await bytesOf(pack);
  change(bytes, new DataView(bytes.buffer));
  return new Blob([bytes]);
}
