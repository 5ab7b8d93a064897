import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { version as model } from '../../../models/embedder/meta.json';
import { followLookingAgain, type LookingAgain } from './looking-again.ts';
import { useModel } from './model.ts';

/** Shown as long as pictures wait to be searched again. */
export function LookingAgainLine(): JSX.Element | null {
  const { library } = useModel().ports;
  const [{ done, of }, setState] = useState<LookingAgain>({ done: 0, of: 0 });
  useEffect(() => {
    const following = followLookingAgain(library, model, setState);
    following.catch((error: unknown) => console.error('Gurn: what is searched again is not known', error));
    return () => void following.then((stop) => stop());
  }, [library]);
  if (done === of) return null;
  return (
    <p class="quiet" role="status">
      {done.toLocaleString('en')} of {of.toLocaleString('en')} pictures have been looked at again: this Gurn sees faces
      in its own way. It goes on while the camera runs, and matching uses those that are ready.
    </p>
  );
}
