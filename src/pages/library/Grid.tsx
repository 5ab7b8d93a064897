import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Meme } from '../../library/index.ts';
import { MemeCard } from './MemeCard.tsx';
import { useModel } from './model.ts';
import { whenNear } from './near.ts';

/** Cards in a block; the style sheet's numbers of columns (2, 3, 4, 5, 6) all divide it, so that no row has a hole. */
const BLOCK = 60;

/**
 * All memes, newest first, in blocks: one that is far away costs no layout and shows no picture. Blocks and not cards,
 * since the browser's own bookkeeping for each such element (a fifth of a millisecond a frame) adds up at thousands.
 */
export function Grid(): JSX.Element {
  const { shelf, removal } = useModel();
  const end = useRef<HTMLDivElement>(null);
  const complete = shelf.complete.value;
  const idle = !complete && !shelf.reading.value;

  // Watched anew after each page: watching tells at once when the end is in sight still.
  useEffect(() => {
    if (!end.current || !idle) return;
    return whenNear(end.current, (near) => near && void shelf.more());
  }, [shelf, idle]);

  const { value: hidden } = removal.hidden;
  const memes = shelf.shown.value.filter(({ id }) => !hidden.has(id));
  const blocks = Array.from({ length: Math.ceil(memes.length / BLOCK) }, (_, index) => index * BLOCK);
  return (
    <div class="memes">
      {blocks.map((start) => (
        <Block key={start} memes={memes.slice(start, start + BLOCK)} />
      ))}
      <div ref={end}>{!complete && <p class="quiet loading">Loading more…</p>}</div>
    </div>
  );
}

function Block({ memes }: { memes: readonly Meme[] }): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => (list.current ? whenNear(list.current, setNear) : undefined), []);
  return (
    <ul ref={list} aria-label="Memes">
      {memes.map((meme) => cardOf(meme, near))}
    </ul>
  );
}

/** One element for each meme as it is now: what did not change is not drawn again when a page of others comes. */
const cards = { near: new WeakMap<Meme, JSX.Element>(), far: new WeakMap<Meme, JSX.Element>() };

function cardOf(meme: Meme, near: boolean): JSX.Element {
  const known = near ? cards.near : cards.far;
  const card = known.get(meme) ?? <MemeCard key={meme.id} meme={meme} near={near} />;
  known.set(meme, card);
  return card;
}
