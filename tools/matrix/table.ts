/** The matrix as a Markdown table, which is also fit to be read in a terminal. */
import { EDITORS, FILES } from '../../tests/browser/insert/editors/index.ts';
import type { Cell } from './cell.ts';

/** What all cells of a printed row share; files that fared otherwise get a row of their own. */
const fateOf = ({ outcome, rung, sign, bytes, copies }: Cell): readonly string[] => [
  outcome === 'copied' ? '**copied**' : outcome === 'probably' ? '*probably*' : outcome,
  rung ?? '–',
  sign ?? '–',
  bytes === 'none' ? '–' : bytes,
  String(copies),
];

function rowsOf(editor: string, cells: readonly Cell[]): string[][] {
  const rows = new Map<string, string[]>();
  for (const cell of cells) {
    const fate = fateOf(cell);
    const row = rows.get(fate.join()) ?? [editor, ...fate, ...FILES.map(() => '')];
    row[1 + fate.length + FILES.indexOf(cell.file)] = String(cell.milliseconds);
    rows.set(fate.join(), row);
  }
  return [...rows.values()];
}

const HEAD = ['Message box', 'Outcome', 'Rung', 'Sign', 'Bytes', 'Copies', 'JPEG', 'PNG', 'GIF', 'WebP', '8 MiB PNG'];
/** The columns from here on hold numbers. */
const NUMBERS = HEAD.indexOf('Copies');

/** One line per editor; the last columns are milliseconds from the request to the report. */
export function tableOf(cells: readonly Cell[]): string {
  const rows = EDITORS.flatMap(({ name }) => {
    const own = cells.filter(({ editor }) => editor === name);
    return own.length > 0 ? rowsOf(name, own) : [];
  });
  const widths = HEAD.map((head, column) => Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(lengthOf)));
  const pad = (text: string, column: number): string => {
    const space = ' '.repeat((widths[column] ?? 0) - lengthOf(text));
    return column < NUMBERS ? text + space : space + text;
  };
  const rule = widths.map((width, column) => (column < NUMBERS ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [HEAD.map(pad), rule, ...rows.map((row) => row.map(pad))].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const lengthOf = (text: string): number => [...text].length;
