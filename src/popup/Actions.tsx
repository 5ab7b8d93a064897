/** What can be done with the selected match, and how many are shown. */
import type { JSX } from 'preact';
import { Icon } from '../ui/Icon.tsx';
import { TOPS, useModel } from './model.ts';

export function Actions(): JSX.Element {
  const model = useModel();
  const { selection, deliverer, live } = model;
  const meme = selection.meme.value;
  const inserting = deliverer.delivery.value.step === 'inserting';
  const step = TOPS.findIndex((top) => top >= live.top.value);
  const more = TOPS[step + 1];
  const fewer = step > 0 ? TOPS[0] : undefined;
  return (
    <div class="actions bottom">
      <button
        type="button"
        class="button primary grow"
        disabled={inserting || meme === undefined}
        onClick={({ detail }) => detail <= 1 && meme && void deliverer.insert(meme)}
      >
        {inserting ? 'Inserting…' : 'Insert'} {!inserting && <kbd>Enter</kbd>}
      </button>
      <button type="button" class="button" onClick={() => meme && void deliverer.copy(meme)}>
        <Icon name="copy" />
        Copy
      </button>
      <button
        type="button"
        class="button"
        title="Teach it a face"
        aria-label="Teach it a face"
        onClick={() => meme && model.ports.teach(meme)}
      >
        <Icon name="camera" />
      </button>
      {more && (
        <button type="button" class="button" onClick={() => model.setTop(more)}>
          More
        </button>
      )}
      {fewer && (
        <button type="button" class="button" onClick={() => model.setTop(fewer)}>
          Fewer
        </button>
      )}
    </div>
  );
}
