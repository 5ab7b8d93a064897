import type { JSX } from 'preact';
import type { Meme } from '../../../../library/index.ts';
import { useModel } from '../../model.ts';
import { originInWords } from '../words.ts';

/** The expressions that a meme answers to, and where each comes from. */
export function FaceList({ meme }: { meme: Meme }): JSX.Element {
  const { facesOf, nameOf } = useModel().gallery;
  const faces = facesOf(meme.id).value;
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
              <strong>{nameOf(face) || 'a face'}</strong> <span class="small quiet">{originInWords(face)}</span>
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
