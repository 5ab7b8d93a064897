/** A page of real Chromium that decodes what it is given, and the memory that this takes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import type { Limits } from '../../../src/engine/decode/index.ts';
import { findChromium, sandboxArgs } from '../../../tools/chromium.ts';
import type { Outcome } from './outcome.ts';

export interface Decoder {
  readonly page: Page;
  decode(bytes: Uint8Array, limits?: Partial<Limits>): Promise<Outcome>;
  /** The most memory that the page's process ever held, in megabytes. */
  peakMegabytes(): Promise<number>;
  close(): Promise<void>;
}

/** Chromium takes it for this machine, and so for a secure context; every request is answered by the test. */
const ORIGIN = 'http://localhost';
const PICTURE = `${ORIGIN}/picture`;

async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome130', lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('vite built no page');
  return chunk.code;
}

export async function openDecoder(): Promise<Decoder> {
  const code = await script();
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
  const page = await browser.newPage();
  let picture = Buffer.alloc(0);
  const document = '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>';
  await page.route(`${ORIGIN}/`, (route) => route.fulfill({ body: document, contentType: 'text/html' }));
  await page.route(`${ORIGIN}/page.js`, (route) => route.fulfill({ body: code, contentType: 'text/javascript' }));
  await page.route(PICTURE, (route) => route.fulfill({ body: picture, contentType: 'image/jpeg' }));
  await page.goto(ORIGIN);
  const process = await rendererOf(page);
  return {
    page,
    decode(bytes, limits = {}) {
      picture = Buffer.from(bytes);
      return page.evaluate(([at, given]) => globalThis.decodeAt(at, given), [PICTURE, limits] as const);
    },
    async peakMegabytes() {
      const status = await readFile(`/proc/${process}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    close: () => browser.close(),
  };
}

/** The one renderer that has worked: Chromium keeps a spare one without work. */
async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no browser to ask for its processes');
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
  const [busiest] = renderers;
  if (!busiest) throw new Error('no renderer');
  return busiest.id;
}
