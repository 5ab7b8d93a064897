/** The faces of the memes that are looked at, read once and again when they change. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Face, Library } from '../../../library/index.ts';

/** How many memes' faces are remembered: some screens of them. */
const KEPT = 600;

/** A meme's faces; `undefined` while they are read, and when they cannot be read. */
export type FacesOf = (meme: string) => ReadonlySignal<readonly Face[] | undefined>;

export function createFacesOf({ faces, changes }: Pick<Library, 'faces' | 'changes'>): FacesOf {
  const known = new Map<string, Signal<readonly Face[] | undefined>>();

  const read = (meme: string, into: Signal<readonly Face[] | undefined>): void => {
    faces.ofMeme(meme).then(
      (found) => {
        into.value = found;
      },
      (error: unknown) => console.error('Gurn: the faces of a meme could not be read', error),
    );
  };

  changes.subscribe(({ type, ids }) => {
    if (type !== 'faces') return;
    for (const id of ids) {
      const shown = known.get(id);
      if (shown) read(id, shown);
    }
  });

  return (meme) => {
    const before = known.get(meme);
    if (before) return before;
    const found = signal<readonly Face[] | undefined>(undefined);
    known.set(meme, found);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    read(meme, found);
    return found;
  };
}
