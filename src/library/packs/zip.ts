/** A stranger's zip: opened only when it can be read in one way, and read no further than it claims. */
import { BlobReader, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { PackError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { isPackName, MANIFEST, VECTORS } from './names.ts';
import { plain } from './text.ts';
import { ROW } from './vectors.ts';
import { toPackError } from './zip-errors.ts';

/** The methods that a pack's files may be compressed with: stored and deflate. */
const METHODS = [0, 8];

/** No workers: the extension's policy allows none that are made of text. `strict`: nothing that two tools read two ways. */
const OPTIONS = {
  useWebWorkers: false,
  strictness: 'strict',
  checkSignature: true,
  checkOverlappingEntry: true,
} as const;

export interface Archive {
  /** Bytes of each file, unpacked, as the zip claims. */
  readonly sizes: ReadonlyMap<string, number>;
  /** A file, unpacked. @throws PackError */
  bytes(name: string): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}

/**
 * Opens a pack and checks names and sizes of all its files.
 * @throws PackError; the signal's reason when that is aborted
 */
export async function openArchive(blob: Blob, signal?: AbortSignal): Promise<Archive> {
  if (blob.size > LIMITS.pack) throw new PackError('too-large');
  const options = { ...OPTIONS, ...(signal && { signal }) };
  const zip = new ZipReader(new BlobReader(blob), options);
  const files = new Map<string, FileEntry>();
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      signal?.throwIfAborted();
      return await work();
    } catch (error) {
      signal?.throwIfAborted();
      throw await toPackError(error, blob);
    }
  };

  await guarded(async () => {
    let total = 0;
    for await (const entry of zip.getEntriesGenerator()) {
      const file = checked(entry);
      if (files.has(file.filename)) throw new PackError('same-name', shown(file.filename));
      files.set(file.filename, file);
      total += file.uncompressedSize;
      if (total > LIMITS.pack || files.size > LIMITS.memes + 2) throw new PackError('too-large');
    }
  });
  return {
    sizes: new Map([...files].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
    bytes: (name) =>
      guarded(async () => {
        const file = files.get(name);
        if (!file) throw new PackError(name === MANIFEST ? 'not-a-pack' : 'missing-file', shown(name));
        return inflate(file, options);
      }),
    close: () => zip.close(),
  };
}

/** A name out of the zip, fit for a sentence. */
const shown = (name: string): string => plain(name, 100);

function checked(entry: Entry): FileEntry {
  const { filename, encrypted, compressionMethod, uncompressedSize } = entry;
  if (encrypted) throw new PackError('encrypted');
  if (entry.directory || !isPackName(filename)) throw new PackError('unknown-file', shown(filename));
  if (!METHODS.includes(compressionMethod)) throw new PackError('not-a-pack', `compression ${compressionMethod}`);
  if (uncompressedSize > limitOf(filename)) throw new PackError('too-large', shown(filename));
  return entry;
}

function limitOf(name: string): number {
  if (name === MANIFEST) return LIMITS.manifest;
  return name === VECTORS ? LIMITS.faces * ROW : LIMITS.picture;
}

/** Unpacks into memory of the claimed size; the first byte beyond it ends everything. */
async function inflate(file: FileEntry, options: object): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.uncompressedSize);
  let length = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      if (length + chunk.length > bytes.length) throw new PackError('bomb', shown(file.filename));
      bytes.set(chunk, length);
      length += chunk.length;
    },
  });
  await file.getData(sink, options);
  if (length !== bytes.length) throw new PackError('cut-off', shown(file.filename));
  return bytes;
}
