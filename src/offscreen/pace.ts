/**
 * How often to look. A face that moves is looked at as often as frames come; one that holds still, or an empty room,
 * needs no thirty embeddings a second.
 */

/** Milliseconds from one look to the next. */
export const PACE = { moving: 0, still: 120, nobody: 200 } as const;

/** A face counts as still after this many milliseconds without a change. */
const STILL_AFTER = 1_000;

export interface Pace {
  /** True when it is time to look again, at `now` in milliseconds. */
  isDue(now: number): boolean;
  /** Tells what the last look showed. */
  saw(what: 'moving' | 'still' | 'nobody', now: number): void;
}

export function createPace(): Pace {
  let last = Number.NEGATIVE_INFINITY;
  let lastMove = Number.NEGATIVE_INFINITY;
  let wait: number = PACE.moving;
  return {
    isDue: (now) => now - last >= wait,
    saw(what, now) {
      last = now;
      if (what === 'moving') lastMove = now;
      if (what === 'nobody') wait = PACE.nobody;
      else wait = now - lastMove < STILL_AFTER ? PACE.moving : PACE.still;
    },
  };
}
