/** Keeps the tables in docs/insertion-matrix.md: each browser's between two marks, the words around them by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import type { BrowserName } from './browser.ts';

const FILE = join(root, 'docs/insertion-matrix.md');

/** The page lacks the marks between which this browser's table belongs. */
export class NoPlaceError extends Error {
  readonly code = 'no-place';
  constructor(browser: BrowserName) {
    super(
      `docs/insertion-matrix.md has no place for ${browser}: add the lines "${begin(browser)}" and "${end(browser)}".`,
    );
  }
}

const begin = (browser: BrowserName): string => `<!-- ${browser} -->`;
const end = (browser: BrowserName): string => `<!-- /${browser} -->`;

/** Returns the page with `text` in the browser's place. @throws NoPlaceError */
export function withTable(page: string, browser: BrowserName, text: string): string {
  const from = page.indexOf(begin(browser));
  const to = page.indexOf(end(browser));
  if (from < 0 || to < from) throw new NoPlaceError(browser);
  return `${page.slice(0, from + begin(browser).length)}\n${text}\n${page.slice(to)}`;
}

/** Puts the text in the browser's place. @throws NoPlaceError */
export const writeTable = (browser: BrowserName, text: string): void =>
  writeFileSync(FILE, withTable(readFileSync(FILE, 'utf8'), browser, text));
