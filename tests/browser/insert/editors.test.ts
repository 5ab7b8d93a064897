/** Insertion into the real editors, as the table next to them expects it: part of what `npm run matrix` prints. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatrixBrowser } from '../../../tools/matrix/browser.ts';
import { startChromium } from '../../../tools/matrix/chromium.ts';
import { fillRow, type StoredFile } from '../../../tools/matrix/row.ts';
import { storeFiles, surpriseIn } from '../../../tools/matrix/run.ts';
import { HOSTS, type Site, serveEditors } from '../../../tools/matrix/site.ts';
import { EDITORS, type Editor, type FileKind } from './editors/index.ts';
import { keepsText } from './editors/keeps-text.ts';

let site: Site;
let browser: MatrixBrowser;
let files: readonly StoredFile[];

beforeAll(async () => {
  site = await serveEditors();
  const started = await startChromium({ hosts: HOSTS });
  if (!started) throw new Error('Chromium is not installed');
  browser = started;
  files = await storeFiles(browser);
});
afterAll(async () => {
  await browser.end();
  await site.end();
});

/** A box that takes nothing refuses every kind alike, after some seconds: once is enough. */
function filesFor({ name, library, expected }: Editor): readonly FileKind[] {
  if (name === 'Quill, app takes files') return ['png', 'gif', 'large png'];
  return library && expected.outcome === 'inserted' ? ['png', 'gif'] : ['png'];
}

it.each(EDITORS)('$name: as expected', async (editor) => {
  const kinds = filesFor(editor);
  const wanted = files.filter(({ kind }) => kinds.includes(kind));
  const cells = await fillRow(browser, site.origin, editor, wanted);
  expect(cells).toHaveLength(kinds.length);
  expect(cells.flatMap((cell) => surpriseIn(cell) ?? [])).toEqual([]);
});

keepsText(() => {
  const [png] = files.filter(({ kind }) => kind === 'png');
  return { browser, origin: site.origin, meme: png?.meme ?? '' };
});
