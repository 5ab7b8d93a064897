/** What stands in a view's place when the browser lost the library. */
import type { JSX } from 'preact';
import { render } from 'preact';
import browser from 'webextension-polyfill';
import type { Library } from '../library/index.ts';
import { forgetLibrary, type Loss, lookForLoss } from './lost-library.ts';
import { Mug } from './Mug.tsx';
import { count } from './words.ts';

const day = new Intl.DateTimeFormat('en', { dateStyle: 'long' });

interface LostLibraryProps {
  readonly loss: Loss;
  /** Both are clicks of a person who has read it. */
  readonly onPacks: () => void;
  readonly onGoOn: () => void;
}

export function LostLibrary({ loss: { memes, at }, onPacks, onGoOn }: LostLibraryProps): JSX.Element {
  return (
    <main class="notice">
      <Mug mood="dizzy" />
      <h1>The browser lost your library</h1>
      <p role="alert">
        It was damaged on the disk or deleted, and an empty one stands in its place. On {day.format(at)} it held{' '}
        {count(memes, 'meme')}, the stickers that come with Gurn among them. A pack that you saved brings them back.
      </p>
      <div class="actions">
        <button type="button" class="button primary" onClick={onPacks}>
          Bring in a pack
        </button>
        <button type="button" class="button" onClick={onGoOn}>
          Start anew
        </button>
      </div>
    </main>
  );
}

/**
 * Shows it instead of what `root` shows when there was a loss. `openPacks` leads to where packs are brought in. A note
 * that cannot be read is no reason not to work.
 */
export async function tellOfLoss(root: HTMLElement, library: Library, openPacks: () => void): Promise<void> {
  const notes = browser.storage.local;
  try {
    const loss = await lookForLoss(library, notes);
    if (!loss) return;
    const then = (next: () => void) => () => {
      forgetLibrary(notes).then(next, (error: unknown) => console.error('Gurn: a loss could not be closed', error));
    };
    const reload = (): void => location.reload();
    render(<LostLibrary loss={loss} onPacks={then(openPacks)} onGoOn={then(reload)} />, root);
  } catch (error) {
    console.error('Gurn: whether this is the library of before is not known', error);
  }
}
