import type { JSX } from 'preact';
import { openOf } from '../../../library/importers/turn.ts';
import type { ImportRecord } from '../../../library/index.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useModel } from '../model.ts';
import { Lookalikes } from './Lookalikes.tsx';
import { Report } from './Report.tsx';
import { isOver, kindInWords, stateInWords, summaryOf, totalOf } from './words.ts';

/** One import: how far it is, what can be done about it, and what became of its pictures. */
export function ImportCard({ record }: { record: ImportRecord }): JSX.Element {
  const total = totalOf(record);
  return (
    <article class="import" aria-label={kindInWords(record)}>
      <div class="import-head">
        <h2>{kindInWords(record)}</h2>
        <p class="quiet small">
          {new Date(record.created).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}
        </p>
        <Controls record={record} />
      </div>
      <p role="status">{stateInWords(record)}</p>
      {!isOver(record) && <Bar done={total - openOf(record)} total={total} />}
      <p class="quiet">{summaryOf(record)}</p>
      {record.trouble && (
        <p class="trouble">
          <Icon name="alert" />
          {record.trouble}
        </p>
      )}
      {(record.counts.near ?? 0) > 0 && <Lookalikes record={record} />}
      {isOver(record) && <Report record={record} />}
    </article>
  );
}

export function Bar({ done, total }: { done: number; total: number }): JSX.Element {
  const whole = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <div
      class="bar"
      role="progressbar"
      aria-label="Bringing in"
      aria-valuenow={whole}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${whole}%` }} />
    </div>
  );
}

function Controls({ record: { id, state, ...record } }: { record: ImportRecord }): JSX.Element {
  const { bringIn } = useModel();
  if (isOver({ id, state, ...record })) {
    return (
      <button type="button" class="button small" onClick={() => void bringIn.dismiss(id)}>
        <Icon name="close" />
        Close
      </button>
    );
  }
  return (
    <span class="actions">
      {state === 'paused' ? (
        <button type="button" class="button small" onClick={() => void bringIn.resume(id)}>
          <Icon name="play" />
          Go on
        </button>
      ) : (
        <button type="button" class="button small" onClick={() => void bringIn.pause(id)}>
          <Icon name="pause" />
          Pause
        </button>
      )}
      <button type="button" class="button small" onClick={() => void bringIn.cancel(id)}>
        <Icon name="close" />
        Cancel
      </button>
    </span>
  );
}
