import type { JSX } from 'preact';
import { Mug } from '../../../ui/Mug.tsx';
import { RescueLink } from '../../../ui/Trouble.tsx';
import { useModel } from '../model.ts';
import { Details } from './details/Details.tsx';
import { Grid } from './Grid.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';

export function MemesSection(): JSX.Element {
  const { gallery, removal } = useModel();
  const { collection, view } = gallery;
  if (collection.state.value === 'failed') return <Failing />;
  if (collection.count.value - removal.hidden.value.size > 0) {
    return (
      <div class="gallery">
        <div class="tools">
          <Toolbar />
          <SelectionBar />
        </div>
        {view.shown.value.length > 0 ? <Grid /> : <NoMatch />}
        <Details />
      </div>
    );
  }
  return collection.state.value === 'loading' ? <Loading /> : <Empty />;
}

function Loading(): JSX.Element {
  return (
    <section class="notice" aria-busy="true">
      <Mug mood="waking" />
      <h2>Opening your library…</h2>
    </section>
  );
}

function Failing(): JSX.Element {
  const { collection } = useModel().gallery;
  return (
    <section class="notice" role="alert">
      <Mug mood="dizzy" />
      <h2>The library cannot be read</h2>
      <p>{collection.trouble.value}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => void collection.load()}>
          Try again
        </button>
        <RescueLink />
      </div>
    </section>
  );
}

function Empty(): JSX.Element {
  return (
    <section class="notice">
      <Mug mood="hungry" />
      <h2>No memes yet</h2>
      <p>Drop pictures here, press “Add pictures”, or right-click a picture on any page and choose “Add to Gurn”.</p>
      <a class="button primary" href="#bring-in">
        Bring in many at once
      </a>
    </section>
  );
}

function NoMatch(): JSX.Element {
  const { view } = useModel().gallery;
  return (
    <section class="notice">
      <Mug mood="searching" />
      <h2>No meme is like that</h2>
      <p>None has all that you asked for.</p>
      <button type="button" class="button" onClick={() => view.clear()}>
        Show all memes
      </button>
    </section>
  );
}
