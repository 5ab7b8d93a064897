import type { JSX } from 'preact';
import { Mug } from '../../ui/Mug.tsx';

/** A panel that cannot start. Its secret is spent and only the shortcut opens another: nothing can be tried again. */
export function NoStart({ error, close }: { error: unknown; close: () => void }): JSX.Element {
  return (
    <main class="notice">
      <Mug mood="dizzy" />
      <h1>Gurn cannot start</h1>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={close}>
          Close
        </button>
      </div>
    </main>
  );
}
