/** Chromium, with an extension that is Gurn's insertion alone over the real library. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { InsertReport } from '../../src/messages/index.ts';
import type { Hands } from '../../tests/browser/insert/rig/background.ts';
import { buildRig } from '../../tests/browser/insert/rig/build.ts';
import { NoChromiumError } from '../chromium.ts';
import { type Gurn, launchGurn } from '../driver/extension.ts';
import type { Target } from '../driver/target.ts';
import type { MatrixBrowser, MatrixBrowserLaunch, MatrixPage } from './browser.ts';
import { readText } from './text.ts';

type WithHands = typeof globalThis & { hands: Hands };

interface Answer {
  readonly reply: {
    readonly ok: boolean;
    readonly value?: InsertReport;
    readonly error?: { readonly message: string };
  };
  readonly milliseconds: number;
}

/** Asks for the tab in front, as the popup does. */
const askInPopup = async (meme: string): Promise<unknown> => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const start = performance.now();
  const reply = await chrome.runtime.sendMessage({
    gurn: 1,
    to: 'background',
    name: 'insert',
    request: { id: crypto.randomUUID(), meme, tab: tab?.id },
  });
  return { reply, milliseconds: performance.now() - start };
};

function pageIn(gurn: Gurn, page: Page): MatrixPage {
  let popup: Promise<Target> | undefined;
  return {
    keyboard: page.keyboard,
    text: () => page.evaluate(readText),
    focus: () => page.locator('[data-composer]').click(),
    async insert(meme) {
      popup ??= gurn.clickToolbar(page);
      const { reply, milliseconds } = (await (await popup).evaluate(askInPopup, meme)) as Answer;
      if (!reply.value) throw new Error(reply.error?.message ?? 'The insertion was not reported.');
      return { report: reply.value, milliseconds };
    },
    async received() {
      await page.waitForFunction(() => window.busy === 0);
      return page.evaluate(() => window.received);
    },
    async close() {
      await gurn.closePopups();
      await page.close();
    },
  };
}

async function launch(folder: string, { hosts }: MatrixBrowserLaunch): Promise<Gurn | undefined> {
  const dist = join(folder, 'extension');
  await buildRig(dist, hosts);
  try {
    return await launchGurn({ dist });
  } catch (error) {
    if (error instanceof NoChromiumError) return undefined;
    throw error;
  }
}

export async function startChromium(options: MatrixBrowserLaunch): Promise<MatrixBrowser | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-matrix-'));
  const tidy = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const gurn = await launch(folder, options);
  if (!gurn) {
    await tidy();
    return undefined;
  }
  return {
    name: 'chromium',
    version: `Chromium ${gurn.context.browser()?.version() ?? ''}`,
    async add({ name, type, bytes }) {
      const worker = await gurn.worker();
      const file = { name, type, base64: bytes.toString('base64') };
      return worker.evaluate(
        (sent) => (globalThis as WithHands).hands.addMeme(sent.name, sent.type, sent.base64),
        file,
      );
    },
    async open(url) {
      const page = await gurn.context.newPage();
      await page.goto(url);
      return pageIn(gurn, page);
    },
    async end() {
      await gurn.close();
      await tidy();
    },
  };
}
