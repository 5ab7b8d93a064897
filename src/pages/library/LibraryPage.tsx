import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon.tsx';
import { Mug } from '../../ui/Mug.tsx';
import { count } from '../../ui/words.ts';
import { Arrivals } from './Arrivals.tsx';
import { droppedIn } from './bring-in/dropped.ts';
import { LookingAgainLine } from './LookingAgainLine.tsx';
import { useModel } from './model.ts';
import { takeDroppedPack } from './packs/dropped-pack.ts';
import { SECTIONS } from './sections.ts';
import { Tabs } from './Tabs.tsx';
import { Undo } from './Undo.tsx';
import { useSection } from './use-section.ts';

export function LibraryPage(): JSX.Element {
  const { gallery, bringIn, removal, packing } = useModel();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (): void => chooser.current?.click();
  const { id, View } = useSection(SECTIONS);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (takeDroppedPack(event.dataTransfer?.files, packing)) return;
    if (event.dataTransfer) bringIn.addDropped(droppedIn(event.dataTransfer));
  };
  // Nothing can be said of a library that is not read yet, or cannot be.
  const known = gallery.collection.state.value === 'ready' || gallery.collection.count.value > 0;
  const left = gallery.collection.count.value - removal.hidden.value.size;
  return (
    <main
      class={`library ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => event.currentTarget === event.target && setOver(false)}
      onDrop={drop}
    >
      <header>
        <Mug mood="cheeky" size={48} />
        <h1>Your memes</h1>
        <p class="quiet" role="status">
          {known && count(left, 'meme')}
        </p>
        <button type="button" class="button primary" onClick={choose}>
          <Icon name="plus" />
          Add pictures
        </button>
        <input
          ref={chooser}
          type="file"
          accept="image/*,.zip"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            bringIn.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </header>
      <Tabs sections={SECTIONS} current={id} />
      {id !== 'bring-in' && <Arrivals />}
      <LookingAgainLine />
      <View />
      <Undo />
      {over && <p class="drop-here">Drop the pictures to add them.</p>}
    </main>
  );
}
