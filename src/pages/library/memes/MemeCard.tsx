import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Meme } from '../../../library/index.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { steady } from '../../../ui/steady.tsx';
import { usePicture } from '../../../ui/use-picture.ts';
import { bytesInWords } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import { Outlines } from './Outlines.tsx';
import { useUnhurried } from './scroll-pace.ts';
import { facesInWords, summaryOf } from './words.ts';

interface Props {
  readonly meme: Meme;
  /** From 1. */
  readonly column: number;
  /** The one meme of the grid that the Tab key stops at. */
  readonly active: boolean;
  readonly selected: boolean;
}

/** Scrolling must not draw anew what stays. */
export const MemeCard = steady<Props>(Card);

function Card({ meme, column, active, selected }: Props): JSX.Element {
  const { gallery } = useModel();
  const [lit, setLit] = useState(false);
  const unhurried = useUnhurried();
  const { id, name } = meme;
  const tabIndex = active ? 0 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table has no virtual rows
    // biome-ignore lint/a11y/useFocusableInteractive: its button takes the focus
    <div
      role="gridcell"
      class={`meme ${selected ? 'selected' : ''}`}
      aria-colindex={column}
      aria-selected={selected}
      data-meme={id}
      onPointerEnter={() => setLit(true)}
      onPointerLeave={() => setLit(false)}
      onFocusCapture={() => {
        setLit(true);
        gallery.active.value = id;
      }}
      onBlurCapture={() => setLit(false)}
    >
      <div class="frame">
        <button
          type="button"
          class="open"
          tabIndex={tabIndex}
          aria-label={`Details of ${name}`}
          title={lit ? summaryOf(meme) : undefined}
          onClick={(event) => gallery.press(id, event)}
        >
          {unhurried && <Picture meme={id} />}
        </button>
        {meme.animated && !lit && (
          <span class="moves" title="Animated" aria-hidden="true">
            <Icon name="play" />
          </span>
        )}
        {lit && <Outlines meme={meme} />}
      </div>
      <p class="name">{name}</p>
      {unhurried && <Rest meme={meme} tabIndex={tabIndex} selected={selected} />}
    </div>
  );
}

/** What nobody can read or press while the card flies past. */
function Rest({ meme, tabIndex, selected }: Pick<Props, 'meme' | 'selected'> & { tabIndex: number }): JSX.Element {
  const { gallery, removal } = useModel();
  const { id, name } = meme;
  return (
    <>
      <p class="small quiet">
        <FaceCount meme={meme} tabIndex={tabIndex} /> · {bytesInWords(meme.size)}
      </p>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={selected}
        aria-label={`Select ${name}`}
        onClick={(event) => gallery.pick(id, event)}
      />
      <button
        type="button"
        class="button round"
        tabIndex={tabIndex}
        aria-label={`Delete ${name}`}
        title="Delete"
        onClick={() => void removal.remove([meme])}
      >
        <Icon name="bin" />
      </button>
    </>
  );
}

function Picture({ meme }: { meme: string }): JSX.Element | null {
  const picture = usePicture(useModel().gallery.thumbs, meme);
  if (picture === 'loading') return null;
  return picture === 'gone' ? <Lost /> : <img src={picture.url} onError={picture.onError} alt="" decoding="async" />;
}

const Lost = (): JSX.Element => (
  <span class="lost small">
    <Icon name="alert" />
    This picture cannot be read. Add it again, or delete it.
  </span>
);

function FaceCount({ meme: { id, name }, tabIndex }: { meme: Meme; tabIndex: number }): JSX.Element {
  const faces = useModel().gallery.facesOf(id).value;
  if (!faces) return <>…</>;
  if (faces.length > 0) return <>{facesInWords(faces)}</>;
  return (
    <>
      {'no face · '}
      <a
        href={`../teach/index.html?meme=${id}`}
        target="_blank"
        tabIndex={tabIndex}
        aria-label={`Teach ${name} a face`}
        rel="noopener"
      >
        Teach
      </a>
    </>
  );
}
