import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Meme } from '../../library/index.ts';
import { MemeCard } from './MemeCard.tsx';
import { useModel } from './model.ts';

/** One element for each meme as it is now: what did not change is not drawn again when a page of others comes. */
const cards = new WeakMap<Meme, JSX.Element>();

function cardOf(meme: Meme): JSX.Element {
  const card = cards.get(meme) ?? <MemeCard key={meme.id} meme={meme} />;
  cards.set(meme, card);
  return card;
}

/** All memes, newest first. What is far away costs no layout (content-visibility) and no picture (MemeCard). */
export function Grid(): JSX.Element {
  const { shelf, removal } = useModel();
  const end = useRef<HTMLDivElement>(null);
  const complete = shelf.complete.value;
  const length = shelf.shown.value.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each page, look again whether its end is in sight
  useEffect(() => {
    if (!end.current || complete) return;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && void shelf.more(), {
      rootMargin: '1200px',
    });
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [shelf, complete, length]);

  const going = new Set(removal.waiting.value.map(({ id }) => id));
  return (
    <>
      <ul class="memes" aria-label="Memes">
        {shelf.shown.value.filter((meme) => !going.has(meme.id)).map(cardOf)}
      </ul>
      <div ref={end}>{!complete && <p class="quiet loading">Loading more…</p>}</div>
    </>
  );
}
