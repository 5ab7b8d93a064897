/**
 * Brings memes that were picked for faces like this one a bit nearer.
 *
 * The rule: a pick counts by how near its face is to the face now, from 1 for the same face to 0 at `REACH`. A meme's
 * pull is its share of what was picked for such faces, `own / (all + DOUBT)`: one pick says little, the same pick again
 * and again says much, and picks that go to a different meme each time say nothing about any of them. The pull, which is
 * below 1, times `MARGIN` is taken off the meme's distance. So no meme passes another that is nearer by `MARGIN` or
 * more, whatever was picked; `MARGIN` and `REACH` were chosen with `npm run bench:picks`.
 */
import type { Match } from './matcher.ts';
import type { Embedding } from './types.ts';

/** The most that a distance is shortened. Two random faces are some 0.9 apart, a hundredth of all pairs less than 0.33. */
export const MARGIN = 0.1;
/** Faces farther than this from the picked one are other faces. A quarter of all pairs of faces is nearer, not quite. */
export const REACH = 0.7;
/** As many picks of anything else as a meme is doubted with from the start. */
const DOUBT = 1;

/** That a meme was chosen for a face. */
export interface Picked {
  readonly meme: string;
  /** 64 floats, unit length. */
  readonly embedding: Embedding;
}

/** From 0 up to, but not including, 1 for each meme that was picked for a face like this one. */
export type Pulls = ReadonlyMap<string, number>;

/** A match with what it was pulled to: its `distance` less at most `MARGIN`. */
export type Ranked<M extends Match = Match> = M & { readonly pulled: number };

function distanceBetween(a: Embedding, b: Embedding): number {
  let squared = 0;
  for (let i = 0; i < a.length; i += 1) squared += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(squared);
}

/** 1 at distance 0, 0 from `REACH` on, smooth between. */
function likeness(distance: number): number {
  const part = 1 - (distance / REACH) ** 2;
  return part > 0 ? part * part : 0;
}

/** What the picks say about a face. Memes that they say nothing about are left out. */
export function pullsOf(face: Embedding, picks: readonly Picked[]): Pulls {
  const own = new Map<string, number>();
  let all = DOUBT;
  for (const { meme, embedding } of picks) {
    const weight = likeness(distanceBetween(face, embedding));
    if (weight === 0) continue;
    own.set(meme, (own.get(meme) ?? 0) + weight);
    all += weight;
  }
  return new Map([...own].map(([meme, weight]) => [meme, weight / all]));
}

/** Orders matches by their pulled distance; equally near ones keep their order. `margin`: for measurements. */
export function rerank<M extends Match>(matches: readonly M[], pulls: Pulls, margin = MARGIN): Ranked<M>[] {
  return matches
    .map((match) => ({ ...match, pulled: match.distance - margin * (pulls.get(match.meme) ?? 0) }))
    .toSorted((a, b) => a.pulled - b.pulled);
}
