import type { JSX } from 'preact';
import { Mug } from '../../ui/Mug.tsx';

/** The address names no meme of the library: it was deleted meanwhile. */
export function Gone({ openLibrary }: { openLibrary: () => void }): JSX.Element {
  return (
    <main class="notice">
      <Mug mood="searching" />
      <h1>This picture is gone</h1>
      <p>It is no longer in your library. Add it again to teach it a face.</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={openLibrary}>
          See your memes
        </button>
      </div>
    </main>
  );
}
