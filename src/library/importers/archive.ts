/** Takes the pictures out of a zip, a few at a time, never more than a picture may have. */
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { isLitter, MAX_PICTURE_BYTES, refusalOf, titleOf, tooLarge } from './files.ts';
import type { NewItem } from './turn.ts';

/** Entries of one archive: its directory is held in memory. */
const MOST_ENTRIES = 50_000;

/** Pictures handed on at once. */
const BATCH = 8;

/** No workers: the extension's policy allows none that are made of text. */
const OPTIONS = { useWebWorkers: false, checkSignature: true } as const;

export type ArchiveErrorCode = 'not-a-zip' | 'encrypted' | 'too-many';

const SENTENCES: Readonly<Record<ArchiveErrorCode, string>> = {
  'not-a-zip': 'This zip file is damaged or incomplete. Download or make it again.',
  encrypted: 'This file is locked with a password. Unpack it yourself and bring in the pictures.',
  'too-many': `This zip file has more than ${MOST_ENTRIES.toLocaleString('en')} files. Unpack it and bring in some of them.`,
};

/** An archive that cannot be read. `message` can be shown to a person. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
  constructor(
    readonly code: ArchiveErrorCode,
    cause?: unknown,
  ) {
    super(SENTENCES[code], { cause });
  }
}

/**
 * The archive's files in order, from the one numbered `from` on, in batches; folders and litter are passed over. What
 * cannot be a picture, or cannot be unpacked, comes with a reason and without bytes. Archives in the archive are not
 * opened.
 * @param shown the archive's name, which the pictures' sources begin with
 * @throws ArchiveError
 */
export async function* unpack(archive: Blob, shown: string, from = 0): AsyncGenerator<readonly NewItem[]> {
  const zip = new ZipReader(new BlobReader(archive), OPTIONS);
  const files = await filesOf(zip);
  for (let start = from; start < files.length; start += BATCH) {
    const batch = files.slice(start, start + BATCH);
    yield await Promise.all(batch.map((file) => itemOf(file, shown)));
  }
  await zip.close();
}

async function filesOf(zip: ZipReader<unknown>): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (!entry.directory && !isLitter(entry.filename)) files.push(entry);
      if (files.length > MOST_ENTRIES) throw new ArchiveError('too-many');
    }
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('not-a-zip', error);
  }
  return files;
}

async function itemOf(file: FileEntry, shown: string): Promise<NewItem> {
  const { filename, uncompressedSize, encrypted } = file;
  const item = { name: titleOf(filename), source: `${shown}/${filename}` };
  const reason = encrypted ? SENTENCES.encrypted : refusalOf(filename, uncompressedSize);
  if (reason !== undefined) return { ...item, reason };
  try {
    return { ...item, blob: await inflate(file) };
  } catch (error) {
    if (error instanceof RangeError) return { ...item, reason: error.message };
    console.debug('Gurn: a file of a zip could not be unpacked', error);
    return { ...item, reason: 'This file is damaged inside the zip. Make the zip again.' };
  }
}

/** What an entry claims of its size is no promise: unpacking stops at the first byte beyond the limit. */
async function inflate(file: FileEntry): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      size += chunk.length;
      if (size > MAX_PICTURE_BYTES) throw new RangeError(tooLarge(size));
      parts.push(chunk);
    },
  });
  await file.getData(sink, OPTIONS);
  return new Blob(parts);
}
