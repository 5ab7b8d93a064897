import { distanceBetween } from './smoother.ts';
import type { Embedding } from './types.ts';

/** How long an expression has been held: until the embedding has left the one it began with by more than `reach`. */
export class HoldTimer {
  #anchor: Embedding | undefined;
  #since = 0;

  constructor(readonly reach: number) {}

  /** Milliseconds that `embedding`, seen at `now`, has been held. */
  add(embedding: Embedding, now: number): number {
    if (!this.#anchor || distanceBetween(this.#anchor, embedding) > this.reach) {
      this.#anchor = embedding;
      this.#since = now;
    }
    return now - this.#since;
  }

  reset(): void {
    this.#anchor = undefined;
  }
}
