/** Deleting the library, after the person has typed that it shall be. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon.tsx';
import type { Recovery } from './recovery.ts';

const WORD = 'delete';

export function AfreshCard({ recovery }: { recovery: Recovery }): JSX.Element {
  const { value: afresh } = recovery.afresh;
  return (
    <section class="card" aria-labelledby="afresh">
      <h2 id="afresh">Start afresh</h2>
      <p>
        This deletes every meme, everything you taught Gurn, and its settings. <strong>It cannot be undone.</strong>
        {recovery.saving.value.step !== 'found' && ' Save what can be read first.'}
      </p>
      {afresh.step === 'none' && <Confirm recovery={recovery} />}
      {afresh.step === 'deleting' && <p role="status">Deleting…</p>}
      {afresh.step === 'blocked' && (
        <p role="alert" class="bad">
          Another window of Gurn still holds the library. Close all other windows and tabs of Gurn: the deletion then
          goes on by itself. If it does not, restart the browser.
        </p>
      )}
      {afresh.step === 'failed' && (
        <>
          <p role="alert" class="bad">
            It could not be deleted. {afresh.message}
          </p>
          <Confirm recovery={recovery} />
        </>
      )}
    </section>
  );
}

function Confirm({ recovery }: { recovery: Recovery }): JSX.Element {
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLowerCase() === WORD;
  return (
    <form
      class="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (isMeant) void recovery.startAfresh();
      }}
    >
      <label class="field">
        <span>
          To delete everything, type <strong>{WORD}</strong>
        </span>
        <input
          type="text"
          value={typed}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button danger" disabled={!isMeant}>
        <Icon name="bin" />
        Delete everything and start afresh
      </button>
    </form>
  );
}
