/** The chosen face and those most like it, as a list: what the map shows, for those who do not see it. */
import type { JSX } from 'preact';
import { Icon } from '../../../ui/Icon.tsx';
import { usePicture } from '../../../ui/use-picture.ts';
import { useModel } from '../model.ts';
import type { ExpressionMap } from './expression-map.ts';

export function Neighbours({ map }: { map: ExpressionMap }): JSX.Element | null {
  const chosen = map.chosen.value;
  const row = chosen === undefined ? -1 : (map.chart.value?.keys.indexOf(chosen) ?? -1);
  const meme = map.chart.value?.memes[row];
  if (chosen === undefined || meme === undefined) return null;
  return (
    <aside class="map-panel" aria-label="Faces like this one">
      <div class="map-panel-head">
        <h2>This face</h2>
        <button type="button" class="button round" aria-label="Close" onClick={() => map.choose(undefined)}>
          <Icon name="close" />
        </button>
      </div>
      <FaceOf meme={meme} worn={wornBy(map, chosen)} />
      <h2>Most like it</h2>
      <ol>
        {map.neighbours.value.map(({ key, meme: other }) => (
          <li key={key}>
            <FaceOf meme={other} worn={wornBy(map, key)} choose={() => map.choose(key)} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

/** The expression that a face wears. */
function wornBy({ chart, names }: ExpressionMap, key: number): string {
  const row = chart.value?.keys.indexOf(key) ?? -1;
  return names.value[chart.value?.worn[row] ?? -1] ?? '';
}

interface Props {
  readonly meme: string;
  readonly worn: string;
  /** Makes it the chosen one. */
  readonly choose?: () => void;
}

function FaceOf({ meme, worn, choose }: Props): JSX.Element {
  const { gallery } = useModel();
  const picture = usePicture(gallery.thumbs, meme);
  const name = gallery.collection.all.value.find(({ id }) => id === meme)?.name ?? 'a meme';
  const open = (): void => {
    gallery.open.value = meme;
  };
  const image = typeof picture === 'object' && <img src={picture.url} onError={picture.onError} alt="" />;
  return (
    <div class="map-face">
      {choose ? (
        <button
          type="button"
          class="map-thumb"
          aria-label={`Faces like ${name}`}
          title="Show its neighbours"
          onClick={choose}
        >
          {image}
        </button>
      ) : (
        <span class="map-thumb">{image}</span>
      )}
      <div class="map-words">
        <strong>{name}</strong>
        <span class="map-worn small quiet">
          <span>{worn}</span>
          <button type="button" class="link" aria-label={`Details of ${name}`} onClick={open}>
            Details
          </button>
        </span>
      </div>
    </div>
  );
}
