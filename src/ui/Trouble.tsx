/** A page that cannot start: what happened, and the one thing to do. */
import type { JSX } from 'preact';
import { render } from 'preact';
import { Mug } from './Mug.tsx';

export function Trouble({ message }: { message: string }): JSX.Element {
  return (
    <main class="notice">
      <Mug mood="dizzy" />
      <h1>Gurn cannot start</h1>
      <p>{message}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => location.reload()}>
          Try again
        </button>
      </div>
    </main>
  );
}

/** Runs a page's start; a failure is shown instead of an empty page. */
export function startPage(root: HTMLElement | null, start: (root: HTMLElement) => Promise<void>): void {
  if (!root) throw new Error('The page has no element to draw into.');
  start(root).catch((error: unknown) => {
    console.error('Gurn: a page could not start', error);
    render(<Trouble message={error instanceof Error ? error.message : String(error)} />, root);
  });
}
