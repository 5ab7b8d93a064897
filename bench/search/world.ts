/** A real Chromium with the page of all contenders, built and served. */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, sandboxArgs } from '../../tools/chromium.ts';
import { buildKernel } from '../../tools/kernel.ts';
import { root } from '../../tools/paths.ts';
import { serve } from '../serve.ts';

const pageDir = join(root, 'build/bench-search');

async function buildPage(): Promise<void> {
  await buildKernel();
  await build({
    configFile: false,
    root: join(root, 'bench/search/page'),
    publicDir: false,
    logLevel: 'error',
    build: { outDir: pageDir, emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 5000 },
  });
}

/** Calls `work` with a page that holds nothing yet, of a browser that holds nothing else. */
export type WithPage = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

/** @throws NoChromiumError */
export async function openWorld(): Promise<{ readonly withPage: WithPage; close(): Promise<void> }> {
  await buildPage();
  const server = await serve([['/', pageDir]]);
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
  return {
    async withPage(work) {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
      try {
        await page.goto(server.origin);
        return await work(page);
      } finally {
        await page.close();
      }
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
