import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../../../ui/Icon.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';

/** Which memes go into the pack: those that are selected, or all that are not being deleted. */
function useChoice(onlySelected: boolean): { readonly ids: readonly string[] | undefined; readonly of: number } {
  const { gallery, removal } = useModel();
  const { value: hidden } = removal.hidden;
  const { all, count: known } = gallery.collection;
  if (onlySelected) {
    const ids = gallery.selection.chosen.value.map(({ id }) => id);
    return { ids, of: ids.length };
  }
  if (hidden.size === 0) return { ids: undefined, of: known.value };
  const ids = all.value.filter(({ id }) => !hidden.has(id)).map(({ id }) => id);
  return { ids, of: ids.length };
}

export function ExportCard({ busy }: { busy: boolean }): JSX.Element {
  const { gallery, packing } = useModel();
  const selected = gallery.selection.chosen.value.length;
  const [wantsAll, setWantsAll] = useState(false);
  const [history, setHistory] = useState(false);
  const { ids, of } = useChoice(selected > 0 && !wantsAll);
  return (
    <div class="way">
      <h2>Make a pack</h2>
      <p class="quiet">
        One file with the pictures, their names, tags and faces. Keep it as a backup, or give it to a friend: Gurn reads
        it without searching the pictures again.
      </p>
      {selected > 0 && (
        <Switch
          label={`Only the ${count(selected, 'selected meme')}`}
          on={!wantsAll}
          onChange={(on) => setWantsAll(!on)}
        />
      )}
      <Switch label="Also when I added each and how often I used it" on={history} onChange={setHistory} />
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={busy || of === 0}
          onClick={() => void packing.exportPack(ids, of, history)}
        >
          <Icon name="save" />
          Export {count(of, 'meme')}
        </button>
      </div>
      {selected === 0 && <p class="small quiet">To export some of them only, select them under “Memes” first.</p>}
    </div>
  );
}
