import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { united } from '../../../library/importers/merge.ts';
import type { ImportItem, ImportRecord, Meme } from '../../../library/index.ts';
import { usePicture } from '../../../ui/use-picture.ts';
import { bytesInWords, count } from '../../../ui/words.ts';
import { useModel } from '../model.ts';
import { useItems } from './use-items.ts';

const NEAR = ['near'] as const;

/** Pairs shown at once. */
const MOST_PAIRS = 12;

/** Pictures that look like ones in the library, side by side with them: one meme or two? */
export function Lookalikes({ record }: { record: ImportRecord }): JSX.Element | null {
  const { bringIn } = useModel();
  const [busy, setBusy] = useState(false);
  const items = useItems(record, NEAR);
  if (!items || items.length === 0) return null;
  const keys = items.flatMap(({ key }) => key ?? []);
  const mergeAll = async (): Promise<void> => {
    setBusy(true);
    await bringIn.merge(keys);
    setBusy(false);
  };
  return (
    <section class="lookalikes" aria-label="Pictures that look alike">
      <div class="import-head">
        <h3>
          {items.length === 1
            ? '1 picture looks like one you have'
            : `${count(items.length, 'picture')} look like ones you have`}
        </h3>
        {items.length > 1 && (
          <button type="button" class="button small" disabled={busy} onClick={() => void mergeAll()}>
            Merge all
          </button>
        )}
      </div>
      <p class="quiet small">
        Merging keeps the better picture, the tags of both, how often they were used and the faces you taught them.
      </p>
      <ul>
        {items.slice(0, MOST_PAIRS).map((item) => (
          <Pair key={item.key} item={item} />
        ))}
      </ul>
      {items.length > MOST_PAIRS && <p class="quiet">…and {items.length - MOST_PAIRS} more after these.</p>}
    </section>
  );
}

function Pair({ item: { key = 0, meme = '', like = '' } }: { item: ImportItem }): JSX.Element {
  const { bringIn } = useModel();
  const [old, fresh] = [useMeme(like), useMeme(meme)];
  const better = old && fresh && united(old, fresh).id;
  return (
    <li class="pair">
      <Side caption="In your library" meme={old} better={better === like} />
      <Side caption="New" meme={fresh} better={better === meme} />
      <span class="actions">
        <button type="button" class="button small primary" onClick={() => void bringIn.merge([key])}>
          Merge
        </button>
        <button type="button" class="button small" onClick={() => void bringIn.keepBoth(key)}>
          Keep both
        </button>
      </span>
    </li>
  );
}

/** Undefined while it is read, and when it was deleted meanwhile. */
function useMeme(id: string): Meme | undefined {
  const { ports } = useModel();
  const [meme, setMeme] = useState<Meme>();
  useEffect(() => {
    ports.library.memes
      .get(id)
      .then(setMeme, (error: unknown) => console.error('Gurn: a meme could not be read', error));
  }, [ports, id]);
  return meme;
}

function Side({ caption, meme, better }: { caption: string; meme: Meme | undefined; better: boolean }): JSX.Element {
  return (
    <figure class={better ? 'better' : ''}>
      <div class="frame">{meme && <Picture meme={meme} />}</div>
      <figcaption>
        <strong>{meme ? meme.name : 'Deleted'}</strong>
        <span class="quiet small">
          {caption}
          {meme && ` · ${meme.width} × ${meme.height} · ${bytesInWords(meme.size)}`}
          {better && ' · better'}
        </span>
      </figcaption>
    </figure>
  );
}

function Picture({ meme }: { meme: Meme }): JSX.Element | null {
  const { bringIn } = useModel();
  const picture = usePicture(bringIn.pictures, meme.id);
  return typeof picture === 'string' ? null : (
    <img src={picture.url} onError={picture.onError} alt={meme.name} decoding="async" />
  );
}
