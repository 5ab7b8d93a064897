import type { JSX } from 'preact';
import type { Face, Meme } from '../../../../library/index.ts';
import { useModel } from '../../model.ts';
import { originInWords } from '../words.ts';

interface Props {
  readonly meme: Meme;
  /** The frame of the animation that is shown. */
  readonly frame: number;
  show(frame: number): void;
}

/** The expressions that a meme answers to, and where each comes from. */
export function FaceList({ meme, frame, show }: Props): JSX.Element {
  const { facesOf } = useModel().gallery;
  const faces = facesOf(meme.id).value?.toSorted((a, b) => a.frame - b.frame);
  const given = faces?.some(({ origin }) => origin === 'taught' || origin === 'drawn');
  return (
    <section class="faces" aria-labelledby="faces">
      <h3 id="faces">Faces</h3>
      {faces?.length === 0 && <p class="small quiet">No face found, so no expression finds this meme yet.</p>}
      {!faces && <p class="small quiet">Reading the faces…</p>}
      {faces && faces.length > 0 && (
        <ul>
          {faces.map((face) => (
            <li key={face.key} class={face.origin}>
              <Name face={face} />{' '}
              {meme.animated && face.box ? (
                <button
                  type="button"
                  class="link small"
                  aria-pressed={face.frame === frame}
                  onClick={() => show(face.frame)}
                >
                  {originInWords(face)}
                </button>
              ) : (
                <span class="small quiet">{originInWords(face)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <a class="button small" href={`../teach/index.html?meme=${meme.id}`} target="_blank" rel="noopener">
        {given ? 'Teach it a face, or forget one' : 'Teach it a face'}
      </a>
    </section>
  );
}

function Name({ face }: { face: Face }): JSX.Element {
  return <strong>{useModel().gallery.nameOf(face) || 'a face'}</strong>;
}
