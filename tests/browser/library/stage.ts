/** A real Chromium with a page that holds nothing but the library; its files come from memory, on http://localhost. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../../tools/chromium.ts';
import { root } from '../../../tools/paths.ts';

const PAGE = 'tests/browser/library/harness/index.html';
export const ORIGIN = 'http://localhost';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

export interface Stage {
  /** A page with `window.gurn`; all pages share one library. */
  open(): Promise<Page>;
  /** Kills the browser, without a chance to tidy up, and starts another on the same profile. */
  crash(): Promise<void>;
  /** Files served under /starter/. */
  readonly starter: Map<string, Buffer>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-library-'));
  const built = join(folder, 'built');
  const rolldownOptions = { input: PAGE };
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      rolldownOptions,
    },
  });
  const starter = new Map<string, Buffer>();

  async function launch(): Promise<BrowserContext> {
    const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: findChromium(),
      args: ['--no-sandbox'],
    });
    await context.route(`${ORIGIN}/**`, async (route) => {
      const path = new URL(route.request().url()).pathname.slice(1);
      const sticker = path.startsWith('starter/') ? starter.get(path.slice('starter/'.length)) : undefined;
      if (path.startsWith('starter/') && !sticker) return route.fulfill({ status: 404 });
      const contentType = TYPES[extname(path)] ?? 'application/octet-stream';
      return route.fulfill({ body: sticker ?? (await readFile(join(built, path))), contentType });
    });
    return context;
  }

  let context = await launch();
  return {
    starter,
    async open() {
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`The page failed: ${error.stack}`));
      await page.goto(`${ORIGIN}/${PAGE}`);
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      return page;
    },
    async crash() {
      const browser = context.browser();
      if (!browser) throw new Error('there is no browser to crash');
      const session = await browser.newBrowserCDPSession();
      const gone = new Promise((resolve) => context.once('close', resolve));
      // The answer never comes: the browser is dead.
      void Promise.allSettled([session.send('Browser.crash')]);
      await gone;
      context = await launch();
    },
    async close() {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
