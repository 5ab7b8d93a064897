/** Finding by words for views: the index is made when somebody first types, and kept until the document closes. */
import type { Library } from '../library/index.ts';
import { type FollowedIndex, openWordIndex } from '../library/search/index.ts';
import { createFinder, type Scores } from './finder.ts';
import type { Eyes } from './session.ts';

/** Milliseconds between two rounds of finding again while the library changes. */
const PAUSE = 1_000;

export interface SeekParts {
  readonly library: () => Promise<Library>;
  readonly open: () => Promise<Eyes>;
  /** What was found may not be right any more. */
  readonly onChange: () => void;
}

/** Returns the function from words to what they find; see `createFinder`. It rejects when the library cannot be read. */
export function createSeek({ library, open, onChange }: SeekParts): (words: string) => Promise<Scores | undefined> {
  let indexing: Promise<FollowedIndex> | undefined;
  let finder: { readonly eyes: Eyes; readonly find: ReturnType<typeof createFinder> } | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const changed = (): void => {
    if (waiting !== undefined) return;
    waiting = setTimeout(() => {
      waiting = undefined;
      onChange();
    }, PAUSE);
  };

  const openIndex = async (): Promise<FollowedIndex> => {
    const index = await openWordIndex(await library());
    index.onChange(changed);
    return index;
  };

  return async (words) => {
    indexing ??= openIndex().catch((error: unknown) => {
      indexing = undefined;
      throw error;
    });
    const [index, eyes] = await Promise.all([indexing, open()]);
    if (finder?.eyes !== eyes) {
      finder = { eyes, find: createFinder({ index, ...eyes }) };
      eyes.gallery.onChange(changed);
    }
    return finder.find(words);
  };
}
