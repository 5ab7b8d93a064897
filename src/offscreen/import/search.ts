/** Searches a picture of an import for faces and likeness, and moves it into the library. */
import { DecodeError } from '../../engine/index.ts';
import { ArchiveError, type Claimed, type Lookalikes, unpack } from '../../library/importers/index.ts';
import { type Library, sha256Hex } from '../../library/index.ts';
import { toNewFaces } from '../index-job.ts';
import type { Searcher } from './searcher.ts';

export interface SearchParts {
  readonly library: Pick<Library, 'imports' | 'memes'>;
  readonly searcher: () => Promise<Searcher>;
  readonly lookalikes: Lookalikes;
}

/** @throws EngineError, LibraryError: what is no fault of the picture */
export async function search(item: Claimed, parts: SearchParts): Promise<void> {
  const { imports } = parts.library;
  try {
    if (item.holds === 'archive') await unpackInto(item, imports);
    else if (item.blob) await searchPicture(item, item.blob, parts);
    else await imports.settle(item.key, { state: 'failed', reason: 'Its bytes are gone. Bring it in again.' });
  } catch (error) {
    if (!(error instanceof DecodeError || error instanceof ArchiveError)) throw error;
    await imports.settle(item.key, { state: 'failed', reason: error.message });
  }
}

async function searchPicture(item: Claimed, blob: Blob, { library, searcher, lookalikes }: SearchParts): Promise<void> {
  const meme = await sha256Hex(blob);
  const known = (await library.memes.get(meme)) !== undefined;
  if (known) await library.memes.mend(meme, blob);
  if (known && (await library.imports.settleKnown(item.key, meme))) return;
  const { model, search } = await searcher();
  const { image, thumb } = await search(blob);
  const { type, width, height, animated, fingerprint } = image;
  const looks = { fingerprint, width, height, animated };
  const like = lookalikes.of(meme, looks);
  lookalikes.set(meme, looks);
  await library.imports.promote(item, {
    meme: { type, width, height, animated, fingerprint, indexed: model },
    faces: toNewFaces(image),
    ...(thumb && { thumb }),
    ...(like !== undefined && { like }),
  });
}

/** A batch at a time, each with the note of how far it is: broken off, it goes on where it stopped. */
async function unpackInto(item: Claimed, imports: Library['imports']): Promise<void> {
  if (!item.blob) throw new ArchiveError('not-a-zip');
  for await (const batch of unpack(item.blob, item.source, item.unpacked)) {
    if (!(await imports.expand(item, batch, false))) return;
  }
  await imports.expand(item, [], true);
}
