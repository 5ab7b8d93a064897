/** The memes that wear the face, best first. */
import type { JSX, Ref } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Mug } from '../ui/Mug.tsx';
import { Actions } from './Actions.tsx';
import { createFlip } from './flip.ts';
import { MatchCard } from './MatchCard.tsx';
import { useModel } from './model.ts';
import { nothingInWords } from './nothing.ts';

export function Matches({ grid }: { grid: Ref<HTMLDivElement> & { current: HTMLDivElement | null } }): JSX.Element {
  const { live, selection } = useModel();
  const flip = useRef(createFlip());
  const shown = live.shown.value;
  const order = shown.map(({ meme }) => meme).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what moves the cards
  useLayoutEffect(() => {
    if (grid.current) flip.current(grid.current);
  }, [order]);

  const state = live.state.value;
  if (state.phase === 'watching' && state.memes === 0) return <EmptyLibrary />;
  if (live.nothing.value) return <Nothing />;
  if (shown.length === 0) return live.facelessLibrary.value ? <NoFaces /> : <Waiting />;
  return (
    <section class="matches" aria-label="Matches">
      <div
        ref={grid}
        class={`grid ${live.stale.value ? 'stale' : ''}`}
        role="listbox"
        aria-label="Best matches"
        aria-orientation="horizontal"
        onPointerMove={() => live.point()}
      >
        {shown.map((match, index) => (
          <MatchCard key={match.meme} match={match} index={index} selected={index === selection.index.value} />
        ))}
      </div>
      <Actions />
    </section>
  );
}

/** The matches' places, before there are any. */
function Waiting(): JSX.Element {
  return (
    <section class="matches waiting" aria-label="Matches">
      <div class="grid" aria-hidden="true">
        <div class="ghost" />
        <div class="ghost" />
        <div class="ghost" />
      </div>
      <p class="quiet">Pull a face: the memes that wear it appear here.</p>
    </section>
  );
}

/** The words find no meme. */
function Nothing(): JSX.Element {
  const { live } = useModel();
  return (
    <section class="notice small-notice" aria-label="Matches">
      <Mug mood="searching" size={84} />
      <h2>{nothingInWords(live.words.value)}</h2>
      <p>Try fewer or other words: names, tags, where it came from, or an expression such as “smirk”.</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => live.search('')}>
          Show all memes
        </button>
      </div>
    </section>
  );
}

const EmptyLibrary = (): JSX.Element => (
  <Hungry title="No memes yet" words="Right-click a picture on any page and choose “Add to Gurn”, or add files." />
);

const NoFaces = (): JSX.Element => (
  <Hungry
    title="None of your memes has a face yet"
    words="Gurn found none in their pictures, so none can match yours. Add some that show a face."
  />
);

function Hungry({ title, words }: { title: string; words: string }): JSX.Element {
  const { ports } = useModel();
  return (
    <section class="notice small-notice" aria-label="Matches">
      <Mug mood="hungry" size={84} />
      <h2>{title}</h2>
      <p>{words}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={() => ports.openPage('library')}>
          Add memes
        </button>
      </div>
    </section>
  );
}
