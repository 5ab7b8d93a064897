/** Hands files over to an import: copied into the library, since a file of the disk is out of reach when the page is gone. */
import { isZip, refusalOf, titleOf } from '../../../library/importers/files.ts';
import type { NewItem } from '../../../library/importers/index.ts';
import type { Found } from './dropped.ts';

/** What is written at once. */
const MOST_FILES = 24;
const MOST_BYTES = 24 * 1024 * 1024;

const UNREADABLE = 'The file can no longer be read. Is it still where it was?';

/** The files as items of an import, in batches; a file that cannot be read comes with the reason. */
export async function* inBatches(files: AsyncIterable<Found>): AsyncGenerator<readonly NewItem[]> {
  let batch: NewItem[] = [];
  let bytes = 0;
  for await (const found of files) {
    const item = await itemOf(found);
    batch.push(item);
    bytes += item.blob?.size ?? 0;
    if (batch.length >= MOST_FILES || bytes >= MOST_BYTES) {
      yield batch;
      batch = [];
      bytes = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

async function itemOf({ path, open }: Found): Promise<NewItem> {
  const item = { name: titleOf(path), source: path };
  try {
    const file = await open();
    // An archive may be larger than the memory: the browser copies it by itself.
    if (isZip(path) && file.size > 0) return { ...item, holds: 'archive', blob: file };
    const reason = refusalOf(path, file.size, file.type);
    if (reason !== undefined) return { ...item, reason };
    return { ...item, blob: new Blob([await file.arrayBuffer()], { type: file.type }) };
  } catch (error) {
    console.debug('Gurn: a file could not be read', error);
    return { ...item, reason: UNREADABLE };
  }
}
