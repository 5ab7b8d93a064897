/** The faces that the person gave to this picture, each with a way to take it away again. */
import type { JSX } from 'preact';
import type { Face } from '../../library/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Given } from './given.ts';

const nameOf = ({ origin }: Face): string =>
  origin === 'taught' ? 'A face you taught it' : 'A face you drew a box around';

export function GivenFaces({ given }: { given: Given }): JSX.Element | null {
  const { faces, forgotten, trouble } = given;
  if (faces.value.length === 0 && !forgotten.value && !trouble.value) return null;
  return (
    <section class="given" aria-label="Faces you gave this picture">
      {faces.value.length > 0 && (
        <ul>
          {faces.value.map((face) => (
            <li key={face.key}>
              <span>{nameOf(face)}</span>
              <button
                type="button"
                class="button small"
                aria-label={`Forget: ${nameOf(face)}`}
                onClick={() => void given.forget(face)}
              >
                <Icon name="bin" />
                Forget it
              </button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="small">
        {forgotten.value && (
          <>
            Forgotten: it no longer answers to that face.{' '}
            <button type="button" class="button small" onClick={() => void given.undo()}>
              Undo
            </button>
          </>
        )}
        {trouble.value}
      </p>
    </section>
  );
}
