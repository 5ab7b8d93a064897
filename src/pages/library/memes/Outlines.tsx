/** The faces of a picture, outlined over it, with the names of their expressions. */
import type { JSX } from 'preact';
import type { Face, Meme } from '../../../library/index.ts';
import { useModel } from '../model.ts';
import { placeIn } from './fit.ts';

/** More names than these would cover the picture. */
const NAMED = 4;

const percent = (part: number): string => `${(100 * part).toFixed(2)}%`;

interface Props {
  readonly meme: Meme;
  /** The frame's width by its height. */
  readonly ratio?: number;
  /** The frame that is seen, of an animation. */
  readonly frame?: number;
  /** There is room for a name at each face; else all names stand below. */
  readonly roomy?: boolean;
}

export function Outlines({ meme, ratio = 1, frame: seen = 0, roomy = false }: Props): JSX.Element {
  const { facesOf, nameOf } = useModel().gallery;
  const faces = facesOf(meme.id).value ?? [];
  const boxed = faces.filter(({ box, frame }) => box && frame === seen).toSorted((a, b) => areaOf(b) - areaOf(a));
  const below = faces.filter((face) => !(roomy && boxed.includes(face)));
  const names = [...new Set(below.map(nameOf))].filter(Boolean).slice(0, NAMED);
  return (
    <span class="outlines" aria-hidden="true">
      {boxed.map((face, index) => (
        <Outline
          key={face.key}
          meme={meme}
          face={face}
          ratio={ratio}
          name={roomy && index < NAMED ? nameOf(face) : ''}
        />
      ))}
      {names.length > 0 && <span class="worn">{names.join(' · ')}</span>}
    </span>
  );
}

const areaOf = ({ box }: Face): number => (box ? box[2] * box[3] : 0);

interface OutlineProps extends Required<Pick<Props, 'meme' | 'ratio'>> {
  readonly face: Face;
  readonly name: string;
}

function Outline({ meme, face, ratio, name }: OutlineProps): JSX.Element | null {
  if (!face.box) return null;
  const { left, top, width, height } = placeIn(meme, face.box, ratio);
  const style = { left: percent(left), top: percent(top), width: percent(width), height: percent(height) };
  return (
    <span class={`outline ${top < 0.12 ? 'high' : ''} ${left > 0.6 ? 'far' : ''}`} style={style}>
      {name && <span>{name}</span>}
    </span>
  );
}
