/** What became of pictures, in words. */

import { openOf } from '../../../library/importers/turn.ts';
import type { ImportItem, ImportRecord, ItemState } from '../../../library/index.ts';
import { count } from '../../../ui/words.ts';

const KINDS: Readonly<Record<ImportRecord['kind'], string>> = {
  files: 'From your files',
  pasted: 'Pasted',
  addresses: 'From addresses',
  imgflip: 'From imgflip',
};

export const kindInWords = ({ kind }: ImportRecord): string => KINDS[kind];

const faces = (n: number): string => (n > 0 ? count(n, 'face') : 'no face found');

/** What became of one picture. */
export function endInWords({ state, faces: found = 0, reason = '' }: ImportItem): string {
  const words: Readonly<Record<ItemState, string>> = {
    fetch: 'waiting to be loaded',
    waiting: 'looking for faces…',
    added: `added, ${faces(found)}`,
    near: `added, ${faces(found)}; it looks like one you have`,
    kept: `added, ${faces(found)}, beside one that looks like it`,
    merged: 'made one with a meme that looks the same',
    duplicate: 'already in your library',
    failed: reason,
    cancelled: 'not brought in: cancelled',
  };
  return words[state];
}

export const nameOf = ({ name, source }: ImportItem): string =>
  source.includes('://') ? name : (source.split('/').at(-1) ?? name);

/** Pictures of all states. */
export const totalOf = ({ counts }: ImportRecord): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

export const addedOf = ({ counts }: ImportRecord): number =>
  (counts.added ?? 0) + (counts.near ?? 0) + (counts.kept ?? 0) + (counts.merged ?? 0);

export const isOver = ({ state }: ImportRecord): boolean => state === 'done' || state === 'cancelled';

/** How far it is, or how it ended: one line. */
export function stateInWords(record: ImportRecord): string {
  const total = totalOf(record);
  const done = total - openOf(record);
  const far = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  if (record.state === 'cancelled') return 'Cancelled';
  if (record.state === 'done') return 'All done';
  if (record.state === 'paused') return `Paused at ${far}`;
  return record.gathering ? `${far}, still reading your files` : `${far} done`;
}

/** The report in one line. */
export function summaryOf(record: ImportRecord): string {
  const { counts, faceless } = record;
  const parts = [
    `${count(addedOf(record), 'picture')} added`,
    faceless > 0 && `${faceless.toLocaleString('en')} of them without a face`,
    counts.duplicate && `${counts.duplicate.toLocaleString('en')} already in your library`,
    counts.merged && `${counts.merged.toLocaleString('en')} merged`,
    counts.failed && `${counts.failed.toLocaleString('en')} left out`,
    counts.cancelled && `${counts.cancelled.toLocaleString('en')} cancelled`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** The whole report, to be copied or saved: one line for each picture. */
export function reportText(record: ImportRecord, items: readonly ImportItem[]): string {
  const head = `${kindInWords(record)}, ${new Date(record.created).toLocaleString()}\n${summaryOf(record)}\n`;
  const trouble = record.trouble ? `${record.trouble}\n` : '';
  return `${head}${trouble}\n${items.map((item) => `${item.source}: ${endInWords(item)}`).join('\n')}\n`;
}
