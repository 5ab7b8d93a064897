/** The library's faces, held in memory for matching, kept in step with what any context changes. */
import { createMatcher, type Embedding, type Match, type Matcher } from '../engine/index.ts';
import type { Face, Library } from '../library/index.ts';

export interface Gallery {
  /** How many memes there are, with or without a face. */
  memes(): number;
  /** The `k` memes nearest to the embedding, nearest first. */
  search(embedding: Embedding, k: number): Match[];
}

function put(matcher: Matcher, { key, meme, embedding, spread }: Face): void {
  if (key !== undefined) matcher.set({ key, meme, vector: embedding, spread });
}

/**
 * Reads every face of the embedder's version and follows the library from then on. Changes that are announced while it
 * reads are applied after it has read, so none is lost. The version may become known later: reading does not wait.
 */
export async function openGallery(library: Library, version: Promise<string>): Promise<Gallery> {
  const matcher = createMatcher();
  let count = 0;

  const refresh = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const faces = await library.faces.ofMeme(id);
      matcher.deleteMeme(id);
      const model = await version;
      for (const face of faces) if (face.model === model) put(matcher, face);
    }
    count = await library.memes.count();
  };

  let work: Promise<void> = (async () => {
    const [faces, memes, model] = await Promise.all([library.faces.all(), library.memes.count(), version]);
    for (const face of faces) if (face.model === model) put(matcher, face);
    count = memes;
  })();
  const ready = work;
  library.changes.subscribe(({ type, ids }) => {
    if (type === 'updated') return;
    work = work
      .then(() => refresh(ids))
      .catch((error: unknown) => console.error('Gurn: a change of the library could not be followed', error));
  });
  await ready;

  return {
    memes: () => count,
    search: (embedding, k) => matcher.search(embedding, k),
  };
}
