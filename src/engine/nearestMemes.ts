import type { FaceKey } from './matcher.ts';

export interface Candidate {
  readonly meme: string;
  readonly key: FaceKey;
  readonly squared: number;
  /** When the face was added: earlier faces win among equals of one meme. */
  readonly added: number;
}

/** Nearer first; equally near by meme id, then by which was added first. */
function compare(a: Candidate, b: Candidate): number {
  if (a.squared !== b.squared) return a.squared - b.squared;
  if (a.meme !== b.meme) return a.meme < b.meme ? -1 : 1;
  return a.added - b.added;
}

/** The `k` nearest memes seen so far, each by its nearest face, nearest first. */
export class NearestMemes {
  readonly #sorted: Candidate[] = [];
  readonly #byMeme = new Map<string, Candidate>();

  constructor(readonly k: number) {}

  get sorted(): readonly Candidate[] {
    return this.#sorted;
  }

  /** Squared distance above which nothing can enter any more. */
  get limit(): number {
    return this.#sorted.length < this.k ? Number.POSITIVE_INFINITY : (this.#sorted[this.k - 1]?.squared ?? -1);
  }

  offer(candidate: Candidate): void {
    const known = this.#byMeme.get(candidate.meme);
    if (known) {
      if (compare(candidate, known) >= 0) return;
      this.#sorted.splice(this.#position(known), 1);
    }
    const position = this.#position(candidate);
    if (position >= this.k) return;
    this.#sorted.splice(position, 0, candidate);
    this.#byMeme.set(candidate.meme, candidate);
    if (this.#sorted.length <= this.k) return;
    const dropped = this.#sorted.pop();
    if (dropped) this.#byMeme.delete(dropped.meme);
  }

  /** How many of the kept come before `candidate`. */
  #position(candidate: Candidate): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#sorted[middle];
      if (other && compare(other, candidate) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
