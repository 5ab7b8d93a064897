import type { Embedding } from './types.ts';

/** Milliseconds after which a small change is two thirds taken over: below what looks late, above camera noise. */
const TIME_CONSTANT = 120;
/** Milliseconds without a face after which the next one is a new one. */
export const LONGEST_GAP = 500;

export function distanceBetween(a: Embedding, b: Embedding): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return Math.sqrt(sum);
}

/** `a` moved towards `b` by `share` (0 to 1), at unit length. */
function blend(a: Embedding, b: Embedding, share: number): Embedding {
  const mixed = a.map((value, i) => value + share * ((b[i] as number) - value));
  const length = Math.hypot(...mixed) || 1;
  return mixed.map((value) => value / length);
}

/**
 * Steadies the embeddings of a face over time. Small changes are smoothed, so that matches do not flicker. A large one
 * (farther than `jump`) counts as soon as a second frame confirms it: at 15 frames a second a new expression is
 * followed within 134 ms, and a single blurred frame changes nothing.
 */
export class Smoother {
  #steady: Embedding | undefined;
  #jumped: Embedding | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(readonly jump: number) {}

  /** The steadied embedding after one more, seen at `now` (milliseconds). */
  add(embedding: Embedding, now: number): Embedding {
    const gap = now - this.#last;
    this.#last = now;
    this.#steady = this.#next(embedding, gap);
    return this.#steady;
  }

  /** The last embedding was far from the ones before and waits for a second frame to confirm it. */
  get unsettled(): boolean {
    return this.#jumped !== undefined;
  }

  reset(): void {
    this.#steady = undefined;
    this.#jumped = undefined;
  }

  #next(embedding: Embedding, gap: number): Embedding {
    const steady = this.#steady;
    const jumped = this.#jumped;
    this.#jumped = undefined;
    if (!steady || gap > LONGEST_GAP) return embedding;
    if (distanceBetween(steady, embedding) <= this.jump) {
      return blend(steady, embedding, 1 - Math.exp(-gap / TIME_CONSTANT));
    }
    if (jumped && distanceBetween(jumped, embedding) <= this.jump) return blend(jumped, embedding, 0.5);
    this.#jumped = embedding;
    return steady;
  }
}
