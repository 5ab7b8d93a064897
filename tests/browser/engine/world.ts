/** A Chromium with a page that holds nothing but the engine, under the extension's content security policy. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, sandboxArgs } from '../../../tools/chromium.ts';
import { publicDir, root } from '../../../tools/paths.ts';
import { fewOps } from '../../../tools/supply/few-ops.ts';

const pageDir = join(root, 'build/engine-test');
const photos = join(root, 'node_modules/@vladmandic/face-api/demo');

const FOLDERS: readonly (readonly [prefix: string, folder: string])[] = [
  ['/assets/', publicDir],
  ['/photos/', photos],
  ['/float32/', join(root, 'tests/unit/float32')],
  ['/', pageDir],
];
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob: data:";

function fileFor(address: string): string {
  const path = normalize(address === '/' ? '/index.html' : address);
  const [prefix, folder] = FOLDERS.find(([start]) => path.startsWith(start)) ?? ['/', pageDir];
  return join(folder, path.slice(prefix.length));
}

async function serve(): Promise<{ origin: string; close(): void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const path = fileFor(new URL(url, 'http://localhost').pathname);
    const bytes = await readFile(path).catch(() => undefined);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(bytes ? 200 : 404, { 'content-type': type, 'content-security-policy': POLICY }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, close };
}

export interface EngineWorld {
  readonly page: Page;
  /** What the page complained about: uncaught errors and refusals of the policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openEngineWorld(args: readonly string[] = []): Promise<EngineWorld> {
  await build({
    configFile: false,
    root: join(root, 'tests/browser/engine/page'),
    publicDir: false,
    // As the extension is built: an operation that was left out must fail here.
    resolve: { alias: [fewOps] },
    logLevel: 'error',
    build: { outDir: pageDir, assetsDir: 'code', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 5000 },
  });
  const server = await serve();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...sandboxArgs(), ...args] });
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  // Modules have run when the page has loaded.
  await page.goto(server.origin);
  return {
    page,
    complaints,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
