import { distanceBetween, LONGEST_GAP } from './smoother.ts';
import type { Embedding } from './types.ts';

/**
 * How long an expression has been held: until the embedding has left the one it began with by more than `reach`, or
 * the looks have paused.
 */
export class HoldTimer {
  #anchor: Embedding | undefined;
  #since = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(readonly reach: number) {}

  /** Milliseconds that `embedding`, seen at `now`, has been held. */
  add(embedding: Embedding, now: number): number {
    const gap = now - this.#last;
    this.#last = now;
    if (!this.#anchor || gap > LONGEST_GAP || distanceBetween(this.#anchor, embedding) > this.reach) {
      this.#anchor = embedding;
      this.#since = now;
    }
    return now - this.#since;
  }

  reset(): void {
    this.#anchor = undefined;
  }
}
