import { distanceBetween, LONGEST_GAP } from './smoother.ts';
import type { Embedding } from './types.ts';

/**
 * How long an expression has been held: until the embedding has left the one it began with, or the mean of all since,
 * by more than `reach`, or the looks have paused. It may have begun halfway between two expressions that are not much
 * farther apart than that, as near to one as to the other; the mean is near to the one that was held.
 */
export class HoldTimer {
  #anchor: Embedding | undefined;
  #mean: Embedding = new Float32Array();
  #count = 0;
  #since = 0;
  #last = Number.NEGATIVE_INFINITY;

  constructor(readonly reach: number) {}

  /** Milliseconds that `embedding`, seen at `now`, has been held. */
  add(embedding: Embedding, now: number): number {
    const gap = now - this.#last;
    this.#last = now;
    if (!this.#anchor || gap > LONGEST_GAP || this.#isLeft(this.#anchor, embedding)) {
      this.#anchor = embedding;
      this.#mean = embedding;
      this.#count = 0;
      this.#since = now;
    }
    this.#count += 1;
    this.#mean = this.#mean.map((value, i) => value + ((embedding[i] as number) - value) / this.#count);
    return now - this.#since;
  }

  reset(): void {
    this.#anchor = undefined;
  }

  #isLeft(anchor: Embedding, embedding: Embedding): boolean {
    return distanceBetween(anchor, embedding) > this.reach || distanceBetween(this.#mean, embedding) > this.reach;
  }
}
