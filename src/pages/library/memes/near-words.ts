/** Memes that the words find although they are written a little otherwise: with a typo, with or without accents. */
import { signal } from '@preact/signals';
import type { Library } from '../../../library/index.ts';
import { type FollowedIndex, openWordIndex, wantedIn } from '../../../library/search/index.ts';

/** Returns the function from words to the ids of such memes: none until the index is made, when somebody first types. */
export function createNearWords(library: Pick<Library, 'memes' | 'changes'>): (words: string) => ReadonlySet<string> {
  const index = signal<FollowedIndex | undefined>(undefined);
  let opening: Promise<void> | undefined;

  const open = async (): Promise<void> => {
    try {
      index.value = await openWordIndex(library);
    } catch (error) {
      opening = undefined;
      console.error('Gurn: the words of the memes could not be indexed', error);
    }
  };

  return (words) => {
    if (!opening) opening = Promise.resolve().then(open);
    const known = index.value;
    if (!known) return new Set();
    const [first, ...others] = wantedIn(words).map((token) => known.find(token));
    return new Set([...(first?.keys() ?? [])].filter((id) => others.every((found) => found.has(id))));
  };
}
