import type { JSX } from 'preact';
import { Mug } from '../../../ui/Mug.tsx';
import { Grid } from '../Grid.tsx';
import { useModel } from '../model.ts';

export function MemesSection(): JSX.Element {
  const { shelf, removal } = useModel();
  if (shelf.trouble.value) return <Failing />;
  return shelf.count.value - removal.hidden.value.size <= 0 ? <Empty /> : <Grid />;
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

function Empty(): JSX.Element {
  return (
    <section class="notice">
      <Mug mood="hungry" />
      <h2>No memes yet</h2>
      <p>Drop pictures here, press “Add pictures”, or right-click a picture on any page and choose “Add to Gurn”.</p>
    </section>
  );
}
