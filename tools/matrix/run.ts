/** Runs the matrix in one browser. */
import { EDITORS, type Expected, expectedOf, FILES, type FileKind } from '../../tests/browser/insert/editors/index.ts';
import type { MatrixBrowser } from './browser.ts';
import type { Cell } from './cell.ts';
import { pictureOf } from './pictures.ts';
import { fillRow, type StoredFile } from './row.ts';

async function store(browser: MatrixBrowser, kind: FileKind): Promise<StoredFile> {
  const sample = pictureOf(kind);
  return { kind, sample, meme: await browser.add(sample) };
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
