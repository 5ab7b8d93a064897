/** The keys that open the matches in a page, and where they are changed. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface ShortcutPorts {
  /** As the browser writes it, '' while there is none. */
  keys(): Promise<string>;
  /** Opens the browser's page of shortcuts. */
  change(): void;
  /** Its address; a link to it does not open. */
  readonly address: string;
}

export function Shortcut({ shortcut }: { shortcut: ShortcutPorts }): JSX.Element {
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    shortcut.keys().then(setKeys, (error: unknown) => console.error('Gurn: the shortcut could not be read', error));
  }, [shortcut]);
  return (
    <p class="shortcut small quiet">
      {keys === '' ? (
        'No keys are set to open the matches above your message. '
      ) : (
        <>
          On sites that are switched on, <kbd>{keys ?? '…'}</kbd> opens the matches right above your message.{' '}
        </>
      )}
      <button type="button" class="link" title={shortcut.address} onClick={() => shortcut.change()}>
        {keys === '' ? 'Choose keys' : 'Change the keys'}
      </button>
    </p>
  );
}
