import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ImportItem, ImportRecord, ItemState } from '../../../library/index.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useItems } from './use-items.ts';
import { endInWords, nameOf, reportText } from './words.ts';

/** What went wrong comes first; the rest is there for who asks. */
const GROUPS: readonly { readonly title: string; readonly states: readonly ItemState[]; readonly open?: boolean }[] = [
  { title: 'Left out', states: ['failed'], open: true },
  { title: 'Already there', states: ['duplicate'] },
  { title: 'Added', states: ['added', 'near', 'kept', 'merged'] },
  { title: 'Cancelled', states: ['cancelled'] },
];

/** Lines of a group on the page; the saved report has all. */
const MOST_LINES = 100;

/** One line for each picture, to be read, copied or saved. */
export function Report({ record }: { record: ImportRecord }): JSX.Element | null {
  const items = useItems(record);
  if (!items || items.length === 0) return null;
  return (
    <div class="report">
      {GROUPS.map(({ title, states, open }) => {
        const group = items.filter(({ state }) => states.includes(state));
        return group.length > 0 && <Group key={title} title={title} items={group} open={open ?? items.length <= 12} />;
      })}
      <Take record={record} items={items} />
    </div>
  );
}

function Group({ title, items, open }: { title: string; items: readonly ImportItem[]; open: boolean }): JSX.Element {
  const more = items.length - MOST_LINES;
  return (
    <details open={open}>
      <summary>
        {title} <span class="quiet">{items.length.toLocaleString('en')}</span>
      </summary>
      <ul>
        {items.slice(0, MOST_LINES).map((item) => (
          <li key={item.key} title={item.source}>
            <strong>{nameOf(item)}</strong>: {endInWords(item)}
          </li>
        ))}
        {more > 0 && <li class="quiet">…and {more.toLocaleString('en')} more, in the saved report</li>}
      </ul>
    </details>
  );
}

function Take({ record, items }: { record: ImportRecord; items: readonly ImportItem[] }): JSX.Element {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportText(record, items));
      setSaid('Copied.');
    } catch (error) {
      console.warn('Gurn: the report could not be copied', error);
      setSaid('The browser did not let Gurn copy it. Save it instead.');
    }
  };
  return (
    <div class="actions">
      <button type="button" class="button small" onClick={() => void copy()}>
        <Icon name="copy" />
        Copy report
      </button>
      <button type="button" class="button small" onClick={() => save(reportText(record, items))}>
        <Icon name="save" />
        Save report
      </button>
      <p class="quiet small" role="status">
        {said}
      </p>
    </div>
  );
}

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: url, download: 'gurn-import.txt' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
