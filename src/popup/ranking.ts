/**
 * Keeps the ranking from flickering. Two memes that are about as close change places only when the nearer one stays
 * nearer for a while; a clear difference, which is what a new face makes, changes the order at once.
 */
import type { LiveResult } from '../ui/live.ts';

export type Match = LiveResult['matches'][number];

export interface Ranking {
  /** As shown, best first. */
  readonly order: readonly Match[];
  /** Since when (ms) a meme shown above another has been the farther of the two, by `above below`. */
  readonly since: ReadonlyMap<string, number>;
}

export const EMPTY_RANKING: Ranking = { order: [], since: new Map() };

/** A gain in distance below this share is noise: frame to frame, a held face moves its distances by about 3 %. */
export const MARGIN = 0.05;
/** A smaller gain counts when it lasts this long (ms): with a frame of 100 ms still under the 300 ms of the brief. */
export const PATIENCE_MS = 180;

const pair = (above: Match, below: Match): string => `${above.meme} ${below.meme}`;

/** The next ranking to show, from what is shown and what the newest frame (at `now`, ms) says. Pure. */
export function rank(shown: Ranking, fresh: readonly Match[], now: number): Ranking {
  const byMeme = new Map(fresh.map((match) => [match.meme, match]));
  const kept = shown.order.flatMap(({ meme }) => byMeme.get(meme) ?? []);
  const known = new Set(kept.map(({ meme }) => meme));
  const order = [...kept, ...fresh.filter(({ meme }) => !known.has(meme))];
  const since = contradictions(order, shown.since, now);
  settle(order, (above, below) => {
    const gain = above.distance - below.distance;
    if (gain <= 0) return false;
    return gain > above.distance * MARGIN || now - (since.get(pair(above, below)) ?? now) >= PATIENCE_MS;
  });
  return { order, since };
}

/** Every pair that is shown the wrong way round, with the time since when it has been. */
function contradictions(
  order: readonly Match[],
  before: ReadonlyMap<string, number>,
  now: number,
): ReadonlyMap<string, number> {
  const since = new Map<string, number>();
  for (const [index, above] of order.entries()) {
    for (const below of order.slice(index + 1)) {
      if (below.distance >= above.distance) continue;
      const key = pair(above, below);
      since.set(key, before.get(key) ?? now);
    }
  }
  return since;
}

/** Exchanges neighbours in place until none must be; ends, since each exchange puts one pair in the order of distance. */
function settle(order: Match[], exchange: (above: Match, below: Match) => boolean): void {
  for (let moved = true; moved; ) {
    moved = false;
    for (let i = 1; i < order.length; i++) {
      const above = order[i - 1];
      const below = order[i];
      if (!above || !below || !exchange(above, below)) continue;
      order[i - 1] = below;
      order[i] = above;
      moved = true;
    }
  }
}
