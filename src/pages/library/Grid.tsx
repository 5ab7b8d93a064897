import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MemeCard } from './MemeCard.tsx';
import { useModel } from './model.ts';

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
        {shelf.shown.value
          .filter((meme) => !going.has(meme.id))
          .map((meme) => (
            <MemeCard key={meme.id} meme={meme} />
          ))}
      </ul>
      <div ref={end}>{!complete && <p class="quiet loading">Loading more…</p>}</div>
    </>
  );
}
