/** Runs the matrix in one browser. */
import { EDITORS, type Expected, expectedOf, FILES, type FileKind } from '../../tests/browser/insert/editors/index.ts';
import { KB100, MB8, type Sample, sample } from '../../tests/browser/insert/rig/samples.ts';
import type { MatrixBrowser } from './browser.ts';
import type { Cell } from './cell.ts';
import { fillRow, type StoredFile } from './row.ts';

/** Each kind has its own name, by which a re-encoded file is known again. */
const sampleOf = (kind: FileKind): Sample => ({
  ...(kind === 'large png' ? sample('png', MB8) : sample(kind, KB100)),
  name: `matrix ${kind}`,
});

async function store(browser: MatrixBrowser, kind: FileKind): Promise<StoredFile> {
  const stored = sampleOf(kind);
  return { kind, sample: stored, meme: await browser.add(stored) };
}

/** Puts one file of each kind into Gurn's library. */
export const storeFiles = (browser: MatrixBrowser): Promise<StoredFile[]> =>
  Promise.all(FILES.map((kind) => store(browser, kind)));

/** Fills the whole matrix, editor by editor. */
export async function* runMatrix(browser: MatrixBrowser, origin: string): AsyncGenerator<Cell> {
  const files = await storeFiles(browser);
  for (const editor of EDITORS) yield* await fillRow(browser, origin, editor, files);
}

/** Where a cell is not what the table next to the editors expects, in words. */
export function surpriseIn(cell: Cell): string | undefined {
  const editor = EDITORS.find(({ name }) => name === cell.editor);
  if (!editor) return `${cell.editor} is not in the table of editors.`;
  const words = ({ outcome, rung, bytes, copies }: Expected): string =>
    `${outcome}, ${rung ?? 'no rung'}, bytes ${bytes}, ${copies} taken`;
  const [wanted, found] = [words(expectedOf(editor, cell.file)), words(cell)];
  return wanted === found ? undefined : `${cell.editor}, ${cell.file}: expected ${wanted}; found ${found}.`;
}
