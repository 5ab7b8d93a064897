/** A sheet over the popup: the keys, the settings. Esc and a click outside close it. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/Icon.tsx';
import { useModel } from './model.ts';

export function Panel({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  const { panel } = useModel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = (): void => {
    panel.value = 'none';
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the keyboard's way, and the dialogue's own
    <dialog
      ref={dialog}
      class="panel"
      aria-label={title}
      onCancel={close}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="sheet">
        <div class="sheet-head">
          <h2>{title}</h2>
          <button type="button" class="button round" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
