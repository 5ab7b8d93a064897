/**
 * `npm run matrix`: every editor and every kind of file, in every browser that is installed.
 * `-- --browser chromium` runs one, `-- --json FILE` keeps the cells, `-- --write` refreshes docs/insertion-matrix.md.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EDITORS, FILES } from '../../tests/browser/insert/editors/index.ts';
import { BROWSERS, type BrowserName, type MatrixBrowser } from './browser.ts';
import { starters } from './browsers.ts';
import type { Cell } from './cell.ts';
import { librariesInWords } from './libraries.ts';
import { writeTable } from './page.ts';
import { runMatrix, surpriseIn } from './run.ts';
import { HOSTS, serveEditors } from './site.ts';
import { tableOf } from './table.ts';

interface Run {
  readonly browser: BrowserName;
  readonly version: string;
  readonly cells: readonly Cell[];
}

/** One line that is written over and over, and goes with the table. */
function showProgress(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`);
}

async function fill(browser: MatrixBrowser, origin: string): Promise<Run> {
  const cells: Cell[] = [];
  for await (const cell of runMatrix(browser, origin)) {
    cells.push(cell);
    showProgress(`${browser.name}: ${cells.length} of ${EDITORS.length * FILES.length}`);
  }
  showProgress('');
  return { browser: browser.name, version: browser.version, cells };
}

async function runIn(name: BrowserName, origin: string): Promise<Run | undefined> {
  const browser = await starters[name]({ hosts: HOSTS });
  if (!browser) {
    console.log(`${name} is not installed, so the matrix was not run in it.`);
    return undefined;
  }
  try {
    return await fill(browser, origin);
  } finally {
    await browser.end();
  }
}

function textOf({ version, cells }: Run): string {
  const day = new Date().toISOString().slice(0, 10);
  return `## ${version}\n\n${day}, \`npm run matrix -- --write\`; ${librariesInWords()}.\n\n${tableOf(cells)}\n`;
}

const isBrowser = (name: string): name is BrowserName => BROWSERS.some((known) => known === name);

function chosenBrowsers(names: readonly string[]): readonly BrowserName[] {
  const unknown = names.find((name) => !isBrowser(name));
  if (unknown !== undefined) throw new Error(`There is no browser "${unknown}" here: ${BROWSERS.join(', ')}.`);
  return names.length > 0 ? names.filter(isBrowser) : BROWSERS;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { browser: { type: 'string', multiple: true }, json: { type: 'string' }, write: { type: 'boolean' } },
  });
  const site = await serveEditors();
  const runs: Run[] = [];
  try {
    for (const name of chosenBrowsers(values.browser ?? [])) {
      const run = await runIn(name, site.origin);
      if (!run) continue;
      runs.push(run);
      console.log(textOf(run));
      if (values.write) writeTable(run.browser, textOf(run));
    }
  } finally {
    await site.end();
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(runs, null, 2));
  const surprises = runs.flatMap(({ browser, cells }) =>
    cells.flatMap((cell) => surpriseIn(cell) ?? []).map((words) => `${browser}: ${words}`),
  );
  for (const surprise of surprises) console.error(surprise);
  process.exitCode = surprises.length > 0 || runs.length === 0 ? 1 : 0;
}

await main();
