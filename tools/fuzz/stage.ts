/** The built extension in a real Chromium, with a page of its own that hands pictures to the importer. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { launchGurn } from '../driver/extension.ts';
import { type Complaints, listenTo } from './complaints.ts';
import { type Peaks, peaksOf } from './memory.ts';

export interface Stage {
  readonly page: Page;
  /** Documents that died, and what the engine's document said in anger. */
  readonly complaints: Complaints;
  peaks(): Promise<Peaks | undefined>;
  /** Whether a script that lay in a picture has run: each would leave `pwned` behind (recipes/polyglots.ts). */
  ranScript(): Promise<boolean>;
  end(): Promise<void>;
}

async function script(): Promise<string> {
  const entry = fileURLToPath(new URL('page/entry.ts', import.meta.url));
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'chrome130', lib: { entry, formats: ['iife'], name: 'entry', fileName: 'page' } },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (!chunk) throw new Error('vite built no page');
  return chunk.code;
}

/** @param dist Folder of the built extension; `dist/` unless told. */
export async function openStage(dist?: string): Promise<Stage> {
  const code = await script();
  const gurn = await launchGurn({ camera: 'none', ...(dist !== undefined && { dist }) });
  try {
    const browser = gurn.context.browser();
    if (!browser) throw new Error('Chromium gave no browser to talk to');
    const page = await gurn.context.newPage();
    await page.goto(gurn.url('src/pages/welcome/index.html'));
    await page.evaluate(code);
    await page.evaluate(() =>
      chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} }),
    );
    const engine = await gurn.offscreen();
    const complaints = await listenTo(browser, engine);
    const hasMark = (): boolean => 'pwned' in globalThis;
    const ranScript = async (): Promise<boolean> => (await engine.evaluate(hasMark)) || (await page.evaluate(hasMark));
    return { page, complaints, peaks: () => peaksOf(browser), ranScript, end: () => gurn.close() };
  } catch (error) {
    await gurn.close();
    throw error;
  }
}
