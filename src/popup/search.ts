/** What is on show when faces rank and words filter. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Found } from '../messages/index.ts';
import type { LiveResult } from '../ui/live.ts';
import { EMPTY_RANKING, type Match, type Ranking, rank } from './ranking.ts';

/** A meme on show. Without a `closeness` it was found by words alone. */
export type Shown = Pick<Match, 'meme' | 'frame'> & { readonly closeness: number | undefined };

/**
 * Memes that a face ranks come first; then those that only the words know: without a face in the picture, or while
 * none is in front of the camera, in the order of how well the words fit.
 */
function combine(ranked: readonly Match[], found: readonly string[]): readonly Shown[] {
  const known = new Set(ranked.map(({ meme }) => meme));
  const others = found.filter((meme) => !known.has(meme));
  return [...ranked, ...others.map((meme) => ({ meme, frame: 0, closeness: undefined }))];
}

export type Search = ReturnType<typeof createSearch>;

/** @param top how many are shown */
export function createSearch(top: ReadonlySignal<number>) {
  const words = signal('');
  const found = signal<Found | undefined>(undefined);
  const ranking = signal<Ranking>(EMPTY_RANKING);
  /** What the ranked matches were filtered by, and the frame with the face that ranked them. */
  const basis = signal<{ readonly words: string; readonly frame: number } | undefined>(undefined);

  const list = computed(() => {
    const answer = found.value;
    const { order } = ranking.value;
    // Letting the words go shows what is there until the next frame brings the rest.
    if (!answer) return order;
    return combine(basis.value?.words === answer.words ? order : [], answer.best);
  });

  return {
    /** What is wanted; '' for everything. */
    words,
    /** The last answer: to these words or, while they are searched, to those before. */
    found,
    basis,
    shown: computed<readonly Shown[]>(() => list.value.slice(0, top.value)),
    /** The words find nothing. */
    nothing: computed(() => found.value?.memes === 0 && found.value.words === words.value),
    want(next: string): void {
      batch(() => {
        words.value = next;
        if (!next) found.value = undefined;
      });
    },
    receive(answer: Found): void {
      if (answer.words === words.value) found.value = answer;
    },
    /** Whether a frame's matches are of other words than those on show. */
    differs: ({ words: other = '' }: LiveResult): boolean => other !== basis.value?.words,
    /** Takes over a frame's matches. */
    rank(frame: LiveResult, now: number): void {
      const { words: by = '', kept = frame.frame } = frame;
      const before = basis.value?.words === by ? ranking.value : EMPTY_RANKING;
      batch(() => {
        ranking.value = rank(before, frame.matches, now);
        basis.value = { words: by, frame: kept };
      });
    },
  };
}
