/** A real Chromium with a page that measures, built and served: bench/NAME/page. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, sandboxArgs } from '../tools/chromium.ts';
import { root } from '../tools/paths.ts';
import { type Place, serve } from './serve.ts';

async function buildPage(name: string): Promise<string> {
  const outDir = join(root, `build/bench-${name}`);
  execFileSync('npm', ['run', '--silent', 'assets'], { cwd: root, stdio: 'inherit' });
  await build({
    configFile: false,
    root: join(root, `bench/${name}/page`),
    publicDir: false,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, assetsDir: 'script', target: 'chrome130', chunkSizeWarningLimit: 5000 },
  });
  return outDir;
}

/** Calls `work` with a page that holds nothing yet, of a browser that holds nothing else. */
export type WithPage = <T>(work: (page: Page) => Promise<T>) => Promise<T>;

/** @throws NoChromiumError */
/** `places`: what the page reads besides itself. */
export interface World {
  readonly withPage: WithPage;
  close(): Promise<void>;
}

export async function openWorld(name: string, places: readonly Place[] = []): Promise<World> {
  const page = await buildPage(name);
  const server = await serve([...places, ['/', page]]);
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
