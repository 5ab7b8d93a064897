/** The library's faces, held in memory for matching, kept in step with what any context changes. */
import { createMatcher, type Embedding, type FaceKey, type Match, type Matcher } from '../engine/index.ts';
import type { Face, Library } from '../library/index.ts';

/** `frame`: which of the meme's frames shows the nearest face. */
export type FramedMatch = Match & Pick<Face, 'frame'>;

export interface Gallery {
  /** How many memes there are, with or without a face. */
  memes(): number;
  /** The `k` memes nearest to the embedding, nearest first; among `allow`, where it is given. */
  search(embedding: Embedding, k: number, allow?: ReadonlySet<string>): FramedMatch[];
  /** Calls `listener` after memes or faces changed. */
  onChange(listener: () => void): void;
}

/** Frames by meme and face, of those faces that the first frame does not show. */
type Frames = Map<string, Map<FaceKey, number>>;

function put(matcher: Matcher, frames: Frames, { key, meme, frame, embedding, spread }: Face): void {
  if (key === undefined) return;
  matcher.set({ key, meme, vector: embedding, spread });
  if (frame > 0) frames.set(meme, (frames.get(meme) ?? new Map()).set(key, frame));
}

/**
 * Reads every face of the embedder's version and follows the library from then on. Changes that are announced while it
 * reads are applied after it has read, so none is lost. The version may become known later: reading does not wait.
 */
export async function openGallery(library: Library, version: Promise<string>): Promise<Gallery> {
  const matcher = createMatcher();
  const frames: Frames = new Map();
  const listeners = new Set<() => void>();
  let count = 0;

  const refresh = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const faces = await library.faces.ofMeme(id);
      matcher.deleteMeme(id);
      frames.delete(id);
      const model = await version;
      for (const face of faces) if (face.model === model) put(matcher, frames, face);
    }
    count = await library.memes.count();
    for (const listener of listeners) listener();
  };

  let work: Promise<void> = (async () => {
    const [faces, memes, model] = await Promise.all([library.faces.all(), library.memes.count(), version]);
    for (const face of faces) if (face.model === model) put(matcher, frames, face);
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
    search: (embedding, k, allow) =>
      matcher
        .search(embedding, k, allow)
        .map((match) => ({ ...match, frame: frames.get(match.meme)?.get(match.key) ?? 0 })),
    onChange: (listener) => void listeners.add(listener),
  };
}
