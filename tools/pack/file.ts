/** Writes a pack beside its place, reads it again as Gurn will, and only then puts it there. */

import { openAsBlob } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { readPack, type Source, type WriteOptions, type Written, writePack } from '../../src/library/packs/index.ts';

/** A file stands where the pack should go. */
export class ThereAlready extends Error {
  override readonly name = 'ThereAlready';
  constructor(path: string) {
    super(`${path} is there already. --force writes over it.`);
  }
}

export async function refuseOverwriting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new ThereAlready(path);
}

/** @throws PackError, or what the disk and `sources` throw; nothing is left behind then */
export async function writeFile(path: string, sources: AsyncIterable<Source>, options: WriteOptions): Promise<Written> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  const close = () => file.close();
  try {
    const sink = new WritableStream<Uint8Array>({ write: (chunk) => file.writeFile(chunk), close, abort: close });
    const written = await writePack(sink, sources, options);
    await readPack(await openAsBlob(part));
    await rename(part, path);
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
