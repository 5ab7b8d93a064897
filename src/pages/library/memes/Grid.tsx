import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useModel } from '../model.ts';
import { MemeCard } from './MemeCard.tsx';
import { useScrollPace } from './scroll-pace.ts';
import { stepFor } from './steps.ts';
import { useLayout } from './use-layout.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

/** All memes that the view shows, of which only the rows near the window exist. One Tab stop; arrow keys go on. */
export function Grid(): JSX.Element {
  const { gallery, removal } = useModel();
  const { view, selection } = gallery;
  const memes = view.shown.value;
  const grid = useRef<HTMLDivElement>(null);
  const layout = useLayout(grid);
  useScrollPace();
  const { columns = 1, rowHeight = 1, top = 0 } = layout ?? {};
  const active = Math.max(0, gallery.place.value);
  const count = layout ? Math.ceil(memes.length / columns) : 0;
  const rows = useVirtualRows({ count, height: rowHeight, top, kept: Math.floor(active / columns) });

  /** The meme that takes the focus as soon as it is drawn. */
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const card = wanted.current && grid.current?.querySelector<HTMLElement>(`[data-meme="${wanted.current}"] .open`);
    if (!card) return;
    wanted.current = undefined;
    card.focus({ preventScroll: true });
  });

  const go = (index: number): void => {
    const meme = memes[index];
    if (!meme) return;
    wanted.current = meme.id;
    gallery.active.value = meme.id;
    rows.scrollToIndex(Math.floor(index / columns), { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement && event.key === ' ') return;
    const meme = memes[active];
    const step = stepFor(event.key, { at: active, count: memes.length, columns, page: rowsIn(rowHeight) * columns });
    if (step !== undefined) go(step);
    else if (event.key === ' ' && meme) selection.toggle(meme.id);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.all();
    else if (event.key === 'Escape') selection.clear();
    else if (event.key === 'Delete' && meme) {
      void removal.remove(selection.chosen.value.length > 0 ? selection.chosen.value : [meme]);
      go(Math.min(active + 1, memes.length - 1));
    } else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no virtual rows
    <div
      ref={grid}
      class="memes"
      role="grid"
      tabIndex={-1}
      aria-label="Memes"
      aria-multiselectable="true"
      aria-rowcount={count}
      aria-colcount={columns}
      style={{ height: `${rows.getTotalSize()}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.getVirtualItems().map(({ index, start }) => (
        // biome-ignore lint/a11y/useSemanticElements: a table has no virtual rows
        // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
        <div
          key={index}
          role="row"
          aria-rowindex={index + 1}
          style={{
            transform: `translateY(${start - top}px)`,
            height: `${rowHeight}px`,
            gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          }}
        >
          {memes.slice(index * columns, (index + 1) * columns).map((meme, column) => (
            <MemeCard
              key={meme.id}
              meme={meme}
              column={column + 1}
              active={index * columns + column === active}
              selected={selection.ids.value.has(meme.id)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** How many whole rows the window shows. */
const rowsIn = (rowHeight: number): number => Math.max(1, Math.floor(window.innerHeight / rowHeight) - 1);
