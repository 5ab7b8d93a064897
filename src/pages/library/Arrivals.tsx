/** What became of the files that were added, in words. */
import type { JSX } from 'preact';
import { Icon } from '../../ui/Icon.tsx';
import { count } from '../../ui/words.ts';
import type { Arrival, Ending } from './bring-in.ts';
import { useModel } from './model.ts';

function wordsOf(ending: Ending | undefined): string {
  switch (ending?.end) {
    case undefined:
      return 'looking for faces…';
    case 'added':
      return ending.faces > 0 ? `added, ${count(ending.faces, 'face')}` : 'added without a face';
    case 'duplicate':
      return 'already in your library';
    case 'no-face':
      return 'no face found';
    case 'left-out':
      return 'left out';
    case 'failed':
      return ending.message;
  }
}

export function Arrivals(): JSX.Element | null {
  const { bringIn } = useModel();
  const { value: arrivals } = bringIn.arrivals;
  if (arrivals.length === 0) return null;
  const done = arrivals.filter(({ ending }) => ending).length;
  const whole = Math.round((100 * done) / arrivals.length);
  return (
    <section class="arrivals" aria-label="Pictures being added">
      <div class="arrivals-head">
        <p role="status">{done < arrivals.length ? `${done} of ${arrivals.length} done` : 'All done'}</p>
        {done > 0 && (
          <button type="button" class="button small" onClick={() => bringIn.clear()}>
            Clear
          </button>
        )}
      </div>
      {done < arrivals.length && (
        <div
          class="bar"
          role="progressbar"
          aria-label="Adding"
          aria-valuenow={whole}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <span style={{ width: `${whole}%` }} />
        </div>
      )}
      <ul>
        {arrivals.map((arrival) => (
          <Line key={arrival.key} arrival={arrival} />
        ))}
      </ul>
    </section>
  );
}

function Line({ arrival: { key, name, ending } }: { arrival: Arrival }): JSX.Element {
  const { bringIn } = useModel();
  const bad = ending?.end === 'failed';
  return (
    <li class={bad ? 'bad' : ''}>
      <Icon name={bad ? 'alert' : ending ? 'check' : 'again'} />
      <span>
        <strong>{name}</strong>: {wordsOf(ending)}
      </span>
      {ending?.end === 'no-face' && (
        <span class="actions">
          <button type="button" class="button small" onClick={() => bringIn.addAnyway(key, ending.inbox)}>
            Add anyway
          </button>
          <button type="button" class="button small" onClick={() => bringIn.leaveOut(key, ending.inbox)}>
            Leave out
          </button>
        </span>
      )}
    </li>
  );
}
