/** What the tables are written with. */
import type { Figure } from './metrics/bootstrap.ts';

export const verdict = (isReached: boolean): string => (isReached ? 'reached' : 'missed');
export const perCent = (value: number): string => (100 * value).toFixed(1);
export const withInterval = ({ value, low, high }: Figure): string =>
  `${perCent(value)} (${perCent(low)}–${perCent(high)})`;
export const part = ({ found, of }: { readonly found: number; readonly of: number }): string =>
  `${found} of ${of} (${perCent(found / of)} %)`;
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
export const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
