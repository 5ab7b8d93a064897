import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import { useModel } from '../model.ts';

/** Files, a folder, a zip, the clipboard, imgflip. */
export function Sources(): JSX.Element {
  const { bringIn } = useModel();
  return (
    <div class="way">
      <h2>Pictures you have</h2>
      <p class="quiet">
        Drop pictures, folders or a zip file anywhere on this page, or paste a picture. They are copied into your
        library and never leave this computer.
      </p>
      <div class="actions">
        <Chooser label="Choose files" accept="image/*,.zip" />
        <Chooser label="Choose a folder" folder />
      </div>
      <h2>Popular templates</h2>
      <p class="quiet">
        The hundred most used meme templates, loaded from imgflip.com when you press this. Your browser asks you first.
      </p>
      <div class="actions">
        <button type="button" class="button" onClick={() => void bringIn.addTemplates()}>
          <Icon name="save" />
          Get imgflip’s templates
        </button>
      </div>
    </div>
  );
}

function Chooser({ label, accept, folder }: { label: string; accept?: string; folder?: boolean }): JSX.Element {
  const { bringIn } = useModel();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>
        <Icon name={folder ? 'grid' : 'plus'} />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        aria-label={label}
        hidden
        multiple
        {...(accept && { accept })}
        {...(folder && { webkitdirectory: true })}
        onChange={({ currentTarget }) => {
          bringIn.add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
