import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { Meme } from '../../../../library/index.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { useMotion } from '../../../../ui/use-motion.ts';
import { usePicture } from '../../../../ui/use-picture.ts';
import { useModel } from '../../model.ts';
import { Outlines } from '../Outlines.tsx';

interface Props {
  readonly meme: Meme;
  /** Of an animation: the frame that it stands still at. */
  readonly frame: number;
}

/**
 * The picture itself, as large as there is room, with its faces outlined. An animation moves while it is pointed at, and
 * its outlines, which belong to a single frame, go meanwhile.
 */
export function Original({ meme, frame }: Props): JSX.Element {
  const { pictures } = useModel();
  const holder = useRef<HTMLDivElement>(null);
  const moves = useMotion(holder) && meme.animated;
  const picture = usePicture(pictures, meme.id, meme.animated && !moves ? frame : undefined);
  const { width, height } = meme;
  return (
    <div ref={holder} class="original">
      {picture === 'gone' ? (
        <p class="quiet">
          <Icon name="alert" /> This picture cannot be read.
        </p>
      ) : (
        <div class="picture" style={{ aspectRatio: `${width} / ${height}`, '--ratio': `${width / height}` }}>
          {picture !== 'loading' && <img src={picture.url} onError={picture.onError} alt={meme.name} />}
          {!moves && <Outlines meme={meme} ratio={width / height} frame={frame} roomy />}
        </div>
      )}
    </div>
  );
}
