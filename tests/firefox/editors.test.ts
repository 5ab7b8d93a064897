/** Insertion into the real editors in Firefox: part of what `npm run matrix -- --browser firefox` prints. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MatrixBrowser } from '../../tools/matrix/browser.ts';
import { startFirefox } from '../../tools/matrix/firefox.ts';
import { fillRow, type StoredFile } from '../../tools/matrix/row.ts';
import { storeFiles, surpriseIn } from '../../tools/matrix/run.ts';
import { HOSTS, type Site, serveEditors } from '../../tools/matrix/site.ts';
import { EDITORS } from '../browser/insert/editors/index.ts';
import { keepsText } from '../browser/insert/editors/keeps-text.ts';

let site: Site;
let browser: MatrixBrowser;
let files: readonly StoredFile[];

beforeAll(async () => {
  site = await serveEditors();
  const started = await startFirefox({ hosts: HOSTS });
  if (!started) throw new Error('Firefox is not installed');
  browser = started;
  files = await storeFiles(browser);
});
afterAll(async () => {
  await browser?.end();
  await site?.end();
});

it.each(EDITORS)('$name: as expected', async (editor) => {
  const cells = await fillRow(
    browser,
    site.origin,
    editor,
    files.filter(({ kind }) => kind === 'gif'),
  );
  expect(cells).toHaveLength(1);
  expect(cells.flatMap((cell) => surpriseIn(cell) ?? [])).toEqual([]);
});

keepsText(() => {
  const [png] = files.filter(({ kind }) => kind === 'png');
  return { browser, origin: site.origin, meme: png?.meme ?? '' };
});
