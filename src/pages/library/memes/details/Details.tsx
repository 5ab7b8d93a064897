/** One meme, large, with all that is known of it. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Meme } from '../../../../library/index.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { useModel } from '../../model.ts';
import { FaceList } from './FaceList.tsx';
import { Facts } from './Facts.tsx';
import { NameField } from './NameField.tsx';
import { Original } from './Original.tsx';
import { TagsField } from './TagsField.tsx';

export function Details(): JSX.Element | null {
  const { open, collection } = useModel().gallery;
  const id = open.value;
  const meme = id === undefined ? undefined : collection.all.value.find((one) => one.id === id);
  return meme ? <Sheet meme={meme} /> : null;
}

function Sheet({ meme }: { meme: Meme }): JSX.Element {
  const { gallery, removal } = useModel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [shown, setShown] = useState<{ readonly meme: string; readonly frame: number }>();
  const frame = shown?.meme === meme.id ? shown.frame : 0;
  const close = (): void => {
    gallery.active.value = meme.id;
    gallery.open.value = undefined;
  };
  const memes = gallery.view.shown.value;
  const at = memes.findIndex(({ id }) => id === meme.id);
  const show = (index: number): void => {
    gallery.open.value = memes[index]?.id ?? meme.id;
  };
  const remove = (): void => {
    void removal.remove([meme]);
    close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      class="details"
      aria-label={`Details of ${meme.name}`}
      onClose={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="sheet">
        <Original key={`picture ${meme.id}`} meme={meme} frame={frame} />
        <div class="about">
          <div class="actions">
            <button type="button" class="button small" disabled={at < 1} onClick={() => show(at - 1)}>
              Previous
            </button>
            <button
              type="button"
              class="button small"
              disabled={at < 0 || at >= memes.length - 1}
              onClick={() => show(at + 1)}
            >
              Next
            </button>
            <button type="button" class="button round close" aria-label="Close" onClick={close}>
              <Icon name="close" />
            </button>
          </div>
          <NameField key={`name ${meme.id}`} meme={meme} />
          <TagsField key={`tags ${meme.id}`} meme={meme} />
          <FaceList meme={meme} frame={frame} show={(next) => setShown({ meme: meme.id, frame: next })} />
          <Facts meme={meme} />
          <div class="actions">
            <button type="button" class="button small danger" onClick={remove}>
              <Icon name="bin" />
              Delete this meme
            </button>
          </div>
        </div>
      </div>
    </dialog>
  );
}
