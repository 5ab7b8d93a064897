/** What can be done with the memes that are picked. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import { count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import { ExportSelection } from '../packs/ExportSelection.tsx';
import { tagsIn } from './tags.ts';

export function SelectionBar(): JSX.Element | null {
  const { gallery, removal } = useModel();
  const { selection, view } = gallery;
  const chosen = selection.chosen.value;
  if (chosen.length === 0) return null;
  const all = chosen.length === view.shown.value.length;
  const remove = (): void => {
    void removal.remove(chosen);
    selection.clear();
  };
  return (
    <section class="selection" aria-label="Selected memes">
      <p role="status">{count(chosen.length, 'meme')} selected</p>
      {!all && (
        <button type="button" class="button small" onClick={() => selection.all()}>
          Select all {view.shown.value.length.toLocaleString('en')}
        </button>
      )}
      <Tagger />
      <ExportSelection />
      <button type="button" class="button small danger" onClick={remove}>
        <Icon name="bin" />
        Delete
      </button>
      <button type="button" class="button small" onClick={() => selection.clear()}>
        Clear selection
      </button>
    </section>
  );
}

/** Adds tags to all picked memes, or takes them away. */
function Tagger(): JSX.Element {
  const { ports, gallery } = useModel();
  const [text, setText] = useState('');
  const [note, setNote] = useState('');
  const change = async (which: 'add' | 'remove'): Promise<void> => {
    const tags = tagsIn(text);
    if (tags.length === 0) return setNote('Type a tag first.');
    const ids = gallery.selection.chosen.value.map(({ id }) => id);
    try {
      const changed = await ports.library.memes.retag(ids, { [which]: tags });
      setNote(changed.length > 0 ? `${count(changed.length, 'meme')} changed.` : 'Nothing to change.');
      setText('');
    } catch (error) {
      setNote(`Not changed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return (
    <form
      class="tagger"
      onSubmit={(event) => {
        event.preventDefault();
        void change('add');
      }}
    >
      <input
        aria-label="Tags, with commas between them"
        placeholder="Tag, another tag"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="button small">
        Add tag
      </button>
      <button type="button" class="button small" onClick={() => void change('remove')}>
        Remove tag
      </button>
      <span class="small" role="status">
        {note}
      </span>
    </form>
  );
}
