/** What picks have taught, held in memory for matching, and the search that minds it. */
import { type Embedding, type Picked, pullsOf, type Ranked, rerank } from '../engine/index.ts';
import type { Library } from '../library/index.ts';
import type { FramedMatch, Gallery } from './gallery.ts';

export interface Taste {
  /** The picks in force for faces of this embedder; none while learning is switched off. */
  readonly picks: readonly Picked[];
}

/** Reads the picks and follows them. A failure is told and leaves the order as the faces make it. */
export async function openTaste({ picks }: Pick<Library, 'picks'>, version: Promise<string>): Promise<Taste> {
  const taste: { picks: readonly Picked[] } = { picks: [] };
  let work: Promise<void> = Promise.resolve();
  const read = (): Promise<void> => {
    work = work
      .then(() => picks.inForce())
      .then(async (all) => {
        const model = await version;
        taste.picks = all.filter((pick) => pick.model === model);
      })
      .catch((error: unknown) => console.error('Gurn: the picks could not be read', error));
    return work;
  };
  picks.subscribe(() => void read());
  await read();
  return taste;
}

/**
 * The `k` memes to show for a face. What was picked for such faces takes part however many are nearer: within the
 * margin a favourite may come up from far below.
 */
export function searchByTaste(
  gallery: Pick<Gallery, 'search'>,
  { picks }: Taste,
  face: Embedding,
  k: number,
  allow?: ReadonlySet<string>,
): Ranked<FramedMatch>[] {
  const pulls = pullsOf(face, picks);
  const nearest = gallery.search(face, k, allow);
  const known = new Set(nearest.map(({ meme }) => meme));
  const others = [...pulls.keys()].filter((meme) => !known.has(meme) && (allow?.has(meme) ?? true));
  const favourites = others.length > 0 ? gallery.search(face, others.length, new Set(others)) : [];
  return rerank([...nearest, ...favourites], pulls).slice(0, k);
}
