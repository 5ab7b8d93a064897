import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/Icon.tsx';
import { Mug } from '../../ui/Mug.tsx';
import { count } from '../../ui/words.ts';
import { Arrivals } from './Arrivals.tsx';
import { droppedIn } from './dropped.ts';
import { Grid } from './Grid.tsx';
import { useModel } from './model.ts';
import { Settings } from './Settings.tsx';
import { Undo } from './Undo.tsx';

export function LibraryPage(): JSX.Element {
  const { shelf, bringIn, removal } = useModel();
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const choose = (): void => chooser.current?.click();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer) bringIn.addDropped(droppedIn(event.dataTransfer));
  };
  const left = shelf.count.value - removal.hidden.value.size;
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
          {count(left, 'meme')}
        </p>
        <button type="button" class="button primary" onClick={choose}>
          <Icon name="plus" />
          Add pictures
        </button>
        <input
          ref={chooser}
          type="file"
          accept="image/*"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            bringIn.add([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </header>
      <Arrivals />
      {shelf.trouble.value && <Failing />}
      {left <= 0 && !shelf.trouble.value ? <Empty choose={choose} /> : <Grid />}
      <Settings />
      <Undo />
      {over && <p class="drop-here">Drop the pictures to add them.</p>}
    </main>
  );
}

function Failing(): JSX.Element {
  const { shelf } = useModel();
  return (
    <section class="notice" role="alert">
      <Mug mood="dizzy" />
      <h2>The library cannot be read</h2>
      <p>{shelf.trouble.value}</p>
      <button type="button" class="button primary" onClick={() => void shelf.more()}>
        Try again
      </button>
    </section>
  );
}

function Empty({ choose }: { choose: () => void }): JSX.Element {
  return (
    <section class="notice">
      <Mug mood="hungry" />
      <h2>No memes yet</h2>
      <p>Drop pictures here, choose files, or right-click a picture on any page and choose “Add to Gurn”.</p>
      <button type="button" class="button primary" onClick={choose}>
        Choose files
      </button>
    </section>
  );
}
