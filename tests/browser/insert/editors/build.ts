/** Builds the pages with the real editors, in a few seconds. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../../tools/paths.ts';

const here = join(root, 'tests/browser/insert/editors');

/** Writes every page into `outDir`. */
export async function buildEditors(outDir: string): Promise<void> {
  const input = (await readdir(here)).filter((name) => name.endsWith('.html')).map((name) => join(here, name));
  await build({
    configFile: false,
    root: here,
    base: './',
    logLevel: 'error',
    // Draft.js was written for a bundler that knows Node's global object.
    define: { global: 'globalThis' },
    build: { outDir, emptyOutDir: true, target: 'chrome130', modulePreload: false, rolldownOptions: { input } },
  });
}
