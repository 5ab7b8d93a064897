/** What was begun on this page and how far it is, in every section but the one that shows it whole. */
import type { JSX } from 'preact';
import { openOf } from '../../library/importers/turn.ts';
import type { ImportRecord } from '../../library/index.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Bar } from './bring-in/ImportCard.tsx';
import { useItems } from './bring-in/use-items.ts';
import { endInWords, isOver, nameOf, stateInWords, summaryOf, totalOf } from './bring-in/words.ts';
import { useModel } from './model.ts';

/** So few pictures are told of one by one. */
const FEW = 6;

export function Arrivals(): JSX.Element | null {
  const { bringIn } = useModel();
  const { value: mine } = bringIn.mine;
  const shown = bringIn.all.value.filter(({ id }) => mine.includes(id));
  if (shown.length === 0) return null;
  return (
    <section class="arrivals" aria-label="Pictures being added">
      {shown.map((record) => (
        <Arrival key={record.id} record={record} />
      ))}
      <div class="actions">
        <a class="button small" href="#bring-in">
          Details
        </a>
        {shown.every(isOver) && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              bringIn.mine.value = [];
            }}
          >
            Clear
          </button>
        )}
      </div>
    </section>
  );
}

function Arrival({ record }: { record: ImportRecord }): JSX.Element {
  const total = totalOf(record);
  const near = record.counts.near ?? 0;
  return (
    <div class="arrival">
      <p class="arrivals-head" role="status">
        {stateInWords(record)}
      </p>
      {!isOver(record) && <Bar done={total - openOf(record)} total={total} />}
      {total <= FEW ? <Lines record={record} /> : <p class="quiet">{summaryOf(record)}</p>}
      {near > 0 && (
        <p>
          {near === 1 ? 'One of them looks' : `${near} of them look`} like pictures you have.{' '}
          <a href="#bring-in">Merge or keep both</a>
        </p>
      )}
      {record.trouble && <p class="bad">{record.trouble}</p>}
    </div>
  );
}

function Lines({ record }: { record: ImportRecord }): JSX.Element | null {
  const items = useItems(record);
  if (!items) return null;
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key} class={item.state === 'failed' ? 'bad' : ''}>
          <Icon name={item.state === 'failed' ? 'alert' : item.state === 'waiting' ? 'again' : 'check'} />
          <span>
            <strong>{nameOf(item)}</strong>: {endInWords(item)}
          </span>
        </li>
      ))}
    </ul>
  );
}
