/** Which memes a view's words find: by name, tag, title and source, and by the expressions that the words name. */
import type { Engine } from '../engine/index.ts';
import { createNameIndex, type FollowedIndex, wantedIn } from '../library/search/index.ts';
import type { Gallery } from './gallery.ts';

/**
 * How near a meme's face must be to those that wear a named expression to be found by its name: nearer than this many
 * of 100 random faces.
 */
const LIKE = 90;
/** As few memes have any expression; the nearest are found all the same. */
const AT_LEAST = 6;
/** Memes that one expression finds at most. */
const AT_MOST = 200;
/** What the nearest face counts beside a name that says the word. */
const FACE_SCORE = 0.8;

export interface FinderParts {
  readonly index: Pick<FollowedIndex, 'find'>;
  readonly gallery: Pick<Gallery, 'search'>;
  readonly engine: Pick<Engine, 'expressions' | 'closeness'>;
}

export type Scores = ReadonlyMap<string, number>;

/**
 * Returns the function from words to the memes that all of them find, with scores above 0, the higher the better.
 * `undefined`: nothing to search by has been typed yet, so nothing is held back.
 */
export function createFinder({ index, gallery, engine }: FinderParts): (words: string) => Scores | undefined {
  const meant = createNameIndex(engine.expressions);

  /** Memes whose faces lie nearest to those that wear an expression. */
  const wearing = (expression: number): Map<string, number> => {
    const { mean = [] } = engine.expressions[expression] ?? {};
    // |x − f|² averaged over the faces f of an expression is |x − mean|² and their variance.
    const variance = Math.max(0, 1 - mean.reduce((sum, value) => sum + value * value, 0));
    const near = gallery
      .search(Float32Array.from(mean), AT_MOST)
      .map(({ meme, distance }) => ({ meme, closeness: engine.closeness(Math.sqrt(distance ** 2 + variance)) }))
      .filter(({ closeness }, i) => i < AT_LEAST || closeness >= LIKE);
    return new Map(near.map(({ meme, closeness }) => [meme, (FACE_SCORE * closeness) / 100]));
  };

  const byToken = (token: string): Scores => {
    const scores = new Map(index.find(token));
    for (const expression of meant(token)) {
      for (const [meme, score] of wearing(expression)) scores.set(meme, Math.max(score, scores.get(meme) ?? 0));
    }
    return scores;
  };

  return (words) => {
    const [first, ...others] = wantedIn(words).map(byToken);
    if (!first) return undefined;
    const all = new Map<string, number>();
    for (const [meme, score] of first) {
      const scores = others.map((one) => one.get(meme));
      if (scores.every((one) => one !== undefined))
        all.set(
          meme,
          scores.reduce((sum, one) => sum + one, score),
        );
    }
    return all;
  };
}

/** The best `k`, best first; equally good ones by their ids. */
export const bestOf = (scores: Scores, k: number): string[] =>
  [...scores]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, k)
    .map(([meme]) => meme);
