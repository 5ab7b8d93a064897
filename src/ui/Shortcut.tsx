/** The keys that open Gurn without the mouse, and where they are changed. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { noShortcutWords, shortcutWords } from './browser-words.ts';

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
        noShortcutWords
      ) : (
        <>
          {shortcutWords[0]}
          <kbd>{keys ?? '…'}</kbd>
          {shortcutWords[1]}
        </>
      )}
      <button type="button" class="link" title={shortcut.address} onClick={() => shortcut.change()}>
        {keys === '' ? 'Choose keys' : 'Change the keys'}
      </button>
    </p>
  );
}
