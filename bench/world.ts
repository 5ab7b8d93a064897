/** A real Chromium with a page that measures, built and served: bench/NAME/page. */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../tools/chromium.ts';
import { root } from '../tools/paths.ts';
import { buildPages } from './pages.ts';
import { type Place, serve } from './serve.ts';

/** Calls `work` with a page that holds nothing yet, of a browser that holds nothing else. */
export type WithPage = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

export interface World {
  readonly withPage: WithPage;
  close(): Promise<void>;
}

/** `places`: what the page reads besides itself. @throws NoChromiumError */
export async function openWorld(name: string, places: readonly Place[] = []): Promise<World> {
  const built = join(root, `build/bench-${name}`);
  await buildPages(join(root, `bench/${name}/page`), ['index'], built);
  const server = await serve([...places, ['/', built]]);
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
