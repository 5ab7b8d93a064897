/** Firefox, with an extension that is Gurn's insertion alone over the real library. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { InsertReport } from '../../src/messages/index.ts';
import type { Hands } from '../../tests/browser/insert/rig/background.ts';
import { buildRig } from '../../tests/browser/insert/rig/build.ts';
import { type FirefoxGurn, launchFirefox } from '../driver/firefox/extension.ts';
import type { InPopup } from '../driver/firefox/popup.ts';
import { NoFirefoxError } from '../firefox.ts';
import type { Insertion, MatrixBrowser, MatrixBrowserLaunch, MatrixPage } from './browser.ts';
import { readText } from './text.ts';

interface Answer {
  readonly reply: { readonly value?: InsertReport; readonly error?: { readonly message: string } };
  readonly milliseconds: number;
}

/** Asks for the tab in front, as the popup does. */
const askInPopup: InPopup<[string], Answer> = async ({ chrome, crypto, performance }, meme) => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const start = performance.now();
  const request = { id: crypto.randomUUID(), meme, tab: tab?.id };
  const reply = await chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'insert', request });
  return { reply, milliseconds: performance.now() - start };
};

async function insert(gurn: FirefoxGurn, page: Page, meme: string): Promise<Insertion> {
  const popup = await gurn.clickToolbar(page);
  const { reply, milliseconds } = await popup.evaluate(askInPopup, meme);
  await gurn.closePopups();
  if (!reply.value) throw new Error(reply.error?.message ?? 'The insertion was not reported.');
  return { report: reply.value, milliseconds };
}

const pageIn = (gurn: FirefoxGurn, page: Page): MatrixPage => ({
  keyboard: page.keyboard,
  text: () => page.evaluate(readText),
  async focus() {
    await page.waitForSelector('[data-composer]');
    await page.click('[data-composer]');
  },
  insert: (meme) => insert(gurn, page, meme),
  async received() {
    await page.waitForFunction(() => window.busy === 0);
    return page.evaluate(() => window.received);
  },
  close: () => page.close(),
});

/** Runs in an extension page: the background is a page too, and lets others of the extension call into it. */
async function addInBackground(name: string, type: string, base64: string): Promise<string> {
  const background = (await chrome.runtime.getBackgroundPage()) as unknown as (Window & { hands: Hands }) | undefined;
  if (!background) throw new Error('The rig has no background page.');
  return background.hands.addMeme(name, type, base64);
}

async function launch(folder: string, { hosts }: MatrixBrowserLaunch): Promise<FirefoxGurn | undefined> {
  await buildRig(folder, hosts, 'firefox');
  try {
    const gurn = await launchFirefox({ dist: folder, backstage: 'src/popup/index.html' });
    await gurn.allow(hosts);
    return gurn;
  } catch (error) {
    if (error instanceof NoFirefoxError) return undefined;
    throw error;
  }
}

export async function startFirefox(options: MatrixBrowserLaunch): Promise<MatrixBrowser | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-matrix-firefox-'));
  const tidy = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const gurn = await launch(folder, options);
  if (!gurn) {
    await tidy();
    return undefined;
  }
  return {
    name: 'firefox',
    version: (await gurn.browser.version()).replace('firefox/', 'Firefox '),
    add: ({ name, type, bytes }) => gurn.backstage.evaluate(addInBackground, name, type, bytes.toString('base64')),
    open: async (url) => pageIn(gurn, await gurn.open(url)),
    async end() {
      await gurn.close();
      await tidy();
    },
  };
}
