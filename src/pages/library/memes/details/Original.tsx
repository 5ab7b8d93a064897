import type { JSX } from 'preact';
import type { Meme } from '../../../../library/index.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { usePicture } from '../../../../ui/use-picture.ts';
import { useModel } from '../../model.ts';
import { Outlines } from '../Outlines.tsx';

/** The picture itself, as large as there is room, with its faces outlined. */
export function Original({ meme }: { meme: Meme }): JSX.Element {
  const { pictures } = useModel();
  const picture = usePicture(pictures, meme.id);
  const { width, height } = meme;
  return (
    <div class="original">
      {picture === 'gone' ? (
        <p class="quiet">
          <Icon name="alert" /> This picture cannot be read.
        </p>
      ) : (
        <div class="picture" style={{ aspectRatio: `${width} / ${height}`, '--ratio': `${width / height}` }}>
          {picture !== 'loading' && <img src={picture.url} alt={meme.name} />}
          <Outlines meme={meme} ratio={width / height} roomy />
        </div>
      )}
    </div>
  );
}
