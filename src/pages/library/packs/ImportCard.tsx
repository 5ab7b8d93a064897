import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import { useModel } from '../model.ts';

export function ImportCard({ busy }: { busy: boolean }): JSX.Element {
  const { packing } = useModel();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class="way">
      <h2>Open a pack</h2>
      <p class="quiet">
        Its memes join yours. A picture that you have already is not doubled: it keeps your name, gets the pack’s tags,
        and learns the pack’s face if you taught it none.
      </p>
      <p class="quiet">A pack that is damaged is refused as a whole, and nothing of yours changes.</p>
      <div class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={() => input.current?.click()}>
          <Icon name="plus" />
          Choose a pack
        </button>
        <input
          ref={input}
          type="file"
          accept=".gurnpack"
          aria-label="Choose a pack"
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void packing.importFile(file);
            currentTarget.value = '';
          }}
        />
      </div>
    </div>
  );
}
