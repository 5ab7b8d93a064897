import type { JSX } from 'preact';
import { Icon } from '../../../ui/Icon.tsx';
import { useModel } from '../model.ts';

/** Addresses of pictures, one a line. */
export function Addresses(): JSX.Element {
  const { bringIn } = useModel();
  const { value: text } = bringIn.addresses;
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn.addAddresses();
      }}
    >
      <h2>Pictures on the web</h2>
      <label class="addresses">
        <span class="quiet">Addresses of pictures, one a line. Your browser asks before Gurn loads from a site.</span>
        <textarea
          rows={6}
          spellcheck={false}
          placeholder="https://example.org/cat.jpg"
          value={text}
          onInput={({ currentTarget }) => {
            bringIn.addresses.value = currentTarget.value;
          }}
        />
      </label>
      <div class="actions">
        <button type="submit" class="button" disabled={text.trim() === ''}>
          <Icon name="save" />
          Load pictures
        </button>
      </div>
    </form>
  );
}
