/** One row of the matrix: one editor, the files in turn. */
import type { Editor, FileKind } from '../../tests/browser/insert/editors/index.ts';
import type { Received } from '../../tests/browser/insert/fixtures/receive.ts';
import type { Sample } from '../../tests/browser/insert/rig/samples.ts';
import { eventually } from '../../tests/browser/support/eventually.ts';
import type { Insertion, MatrixBrowser, MatrixPage } from './browser.ts';
import { type Cell, cellOf } from './cell.ts';

/** A file in Gurn's library. */
export interface StoredFile {
  readonly kind: FileKind;
  readonly sample: Sample;
  readonly meme: string;
}

/** A second copy that is still on its way shows within this time, in milliseconds. */
const QUIET = 250;

/** All that the editor took, once nothing more comes. */
async function settled(page: MatrixPage): Promise<readonly Received[]> {
  let last = await page.received();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, QUIET));
    const now = await page.received();
    if (now.length === last.length) return now;
    last = now;
  }
}

/** Inserts one file. An editor may show the picture before it hands it on: then that is waited for. */
async function insertFile(page: MatrixPage, meme: string): Promise<Insertion> {
  const before = (await page.received()).length;
  const insertion = await page.insert(meme);
  if (insertion.report.outcome === 'inserted') {
    await eventually(
      () => page.received(),
      ({ length }) => length > before,
    );
  }
  return insertion;
}

/** Opens the editor's page and inserts the files, one after the other, as a person does who sends several. */
export async function fillRow(
  browser: MatrixBrowser,
  origin: string,
  editor: Editor,
  files: readonly StoredFile[],
): Promise<Cell[]> {
  const page = await browser.open(`${origin}/editors/${editor.page}`);
  try {
    await page.focus();
    const insertions: Insertion[] = [];
    for (const { meme } of files) insertions.push(await insertFile(page, meme));
    const received = await settled(page);
    return insertions.flatMap((insertion, at) => {
      const file = files[at];
      return file ? [cellOf(editor.name, file, insertion, received)] : [];
    });
  } finally {
    await page.close();
  }
}
