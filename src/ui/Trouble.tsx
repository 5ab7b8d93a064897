/** A page that cannot start: what happened, and what to do. */
import type { JSX } from 'preact';
import { render } from 'preact';
import { LibraryError } from '../library/index.ts';
import { Mug } from './Mug.tsx';

/** Reachable from every page, also from one that can open no tabs. */
const RECOVERY = '/src/pages/recovery/index.html';

export function Trouble({ error }: { error: unknown }): JSX.Element {
  const isLibrary = error instanceof LibraryError;
  return (
    <main class="notice">
      <Mug mood="dizzy" />
      <h1>{isLibrary ? 'Your library cannot be opened' : 'Gurn cannot start'}</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => location.reload()}>
          Try again
        </button>
        {isLibrary && <RescueLink />}
      </div>
    </main>
  );
}

/** To the page that helps when the library cannot be opened or read. */
export function RescueLink(): JSX.Element {
  return (
    <a class="button" href={RECOVERY} target="_blank" rel="noopener">
      Rescue your memes
    </a>
  );
}

/** Runs a page's start; a failure is shown instead of an empty page. */
export function startPage(root: HTMLElement | null, start: (root: HTMLElement) => Promise<void>): void {
  if (!root) throw new Error('The page has no element to draw into.');
  start(root).catch((error: unknown) => {
    console.error('Gurn: a page could not start', error);
    render(<Trouble error={error} />, root);
  });
}
