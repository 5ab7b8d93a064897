/** Builds the scripted popup once, serves it on this machine, and opens it in a real Chromium. */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../../tools/chromium.ts';
import { root } from '../../../tools/paths.ts';
import type { Scenario } from './scenarios.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname);
    response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    createReadStream(join(folder, path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

export interface Stage {
  /** Opens the popup at its own size, 400 by 580, unless told otherwise, and waits until it is drawn. */
  open(options?: BrowserContextOptions, search?: string): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-popup-'));
  const page = 'tests/browser/popup/harness/index.html';
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'chrome119', rolldownOptions: { input: page } },
  });
  const server = await serve(folder);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  return {
    async open(options = {}, search = '') {
      const context = await browser.newContext({ viewport: { width: 400, height: 580 }, ...options });
      const view = await context.newPage();
      view.on('pageerror', (error) => console.error(`The page failed: ${error.stack}`));
      view.on('console', (line) => line.type() === 'error' && console.error(`The page says: ${line.text()}`));
      await view.goto(`http://127.0.0.1:${port}/${page}${search}`);
      await view.waitForSelector('html[data-ready]', { state: 'attached' });
      return view;
    },
    async close() {
      await browser.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Plays a scenario until what it must say can be read. */
export async function play(page: Page, scenario: Scenario): Promise<void> {
  await page.evaluate(({ events, keeps, broken, covered }) => {
    if (covered) window.harness.coverLens();
    for (const event of events) window.harness.emit(event);
    if (keeps) setInterval(() => window.harness.emit(keeps), 60);
    if (broken) window.harness.breakLine(broken === 'back');
  }, scenario);
  for (const text of scenario.text) {
    await page.locator('#root').getByText(text, { exact: false }).first().waitFor({ timeout: 15_000 });
  }
}
