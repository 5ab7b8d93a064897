import type { JSX } from 'preact';
import { count } from '../../ui/words.ts';
import { useModel } from './model.ts';

export function Undo(): JSX.Element {
  const { removal } = useModel();
  const { value: waiting } = removal.waiting;
  const { value: trouble } = removal.trouble;
  const [only] = waiting;
  return (
    <div class="undo" role="status">
      {only && (
        <p>
          {waiting.length === 1 ? `“${only.name}” deleted.` : `${count(waiting.length, 'meme')} deleted.`}
          <button type="button" class="button small" onClick={() => void removal.undo()}>
            Undo
          </button>
        </p>
      )}
      {trouble && <p>{trouble}</p>}
    </div>
  );
}
