/** A page that knows how Gurn works cannot open the panel, and gets an empty one where it frames or moves it itself. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { openSettled } from './settled.ts';
import { hasPanel, openPanelStage, PANEL, type PanelStage, panelIn, pressAway } from './stage.ts';
import { chat } from './stage-pages.ts';

let stage: PanelStage;
let page: Page;
beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());
afterEach(() => page.close());

/** The address under which the panel can be framed now: a page cannot learn it, so a test has to give it away. */
async function passingAddress(): Promise<string> {
  const worker = await stage.world.gurn.worker();
  return worker.evaluate(
    async ({ url, path }) => {
      const [tab] = await chrome.tabs.query({ url });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: (file: string) => chrome.runtime.getURL(file),
        args: [path],
      });
      return answer?.result ?? '';
    },
    { url: 'http://on.test/*', path: PANEL },
  );
}

describe('a page cannot open the panel', () => {
  it('with keys, clicks and messages that it makes up', async () => {
    page = await stage.open(chat);
    await page.locator('#box').click();
    await page.evaluate(() => {
      const keys = { key: 'M', code: 'KeyM', altKey: true, shiftKey: true, bubbles: true, composed: true };
      for (const target of [window, document, document.activeElement]) {
        for (const type of ['keydown', 'keypress', 'keyup']) target?.dispatchEvent(new KeyboardEvent(type, keys));
      }
      const request = { gurn: 1, to: 'content', name: 'panel.open', request: { secret: crypto.randomUUID?.() ?? '' } };
      window.postMessage(request, '*');
      document.dispatchEvent(new CustomEvent('panel.open', { detail: request }));
    });
    // The real event afterwards opens exactly one: the made-up ones would have toggled it.
    await stage.shortcut(page);
    await panelIn(page);
    expect(page.frames()).toHaveLength(2);
    expect(await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime)).toBe(
      'undefined',
    );
  });

  it('with the panel’s address, were it to learn it: what it frames stays empty, deaf and dark', async () => {
    page = await stage.open(chat);
    const address = await passingAddress();
    expect(address).not.toContain(stage.world.gurn.id);
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src });
      frame.addEventListener('load', () => {
        for (const secret of [crypto.randomUUID?.(), '6f2d1c1e-6d0a-4a52-9c1e-0a6a5f4f2b11']) {
          frame.contentWindow?.postMessage({ gurnPanelSecret: secret }, '*');
        }
      });
      document.body.append(frame);
    }, address);
    const framed = await panelIn(page);
    await eventually(() => framed.evaluate(() => document.body.textContent?.includes('only by its shortcut')));
    const answers = await framed.evaluate(async () => {
      const ask = (name: string, request: object) =>
        chrome.runtime.sendMessage({ gurn: 1, to: 'background', name, request });
      const meme = 'a'.repeat(64);
      const replies = await Promise.all([
        ask('engine.ensure', {}),
        ask('panel.picture', { meme }),
        ask('panel.file', { meme }),
        ask('panel.about', { meme }),
        ask('panel.insert', { id: crypto.randomUUID(), meme }),
        ask('panel.save', { top: 100 }),
        ask('insert', { id: crypto.randomUUID(), meme, tab: 1 }),
      ]);
      return replies.map((reply: { error?: { code: string } }) => reply.error?.code);
    });
    expect(answers).toEqual(Array.from({ length: 7 }, () => 'forbidden'));
    expect(await framed.locator('[data-meme], canvas').count()).toBe(0);
  });

  it('and in the open panel’s place its own instance of it watches nothing', async () => {
    page = await stage.open(chat);
    const panel = await openSettled(stage, page);
    const address = await passingAddress();
    await pressAway(page, 'Escape');
    await eventually(() => !hasPanel(page));
    expect(panel.isDetached()).toBe(true);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, address);
    const framed = await panelIn(page);
    // What is asked of a frame that is still loading never answers.
    await eventually(() => framed.evaluate(() => document.readyState === 'complete'));
    // Without it nobody hangs up: a line to no document stays silent.
    await stage.world.gurn.offscreen();
    const hungUp = await framed.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const port = chrome.runtime.connect({ name: 'gurn.live' });
          port.onDisconnect.addListener(() => resolve(true));
          port.onMessage.addListener(() => resolve(false));
          port.postMessage({ type: 'watch', top: 3, camera: '' });
        }),
    );
    expect(hungUp).toBe(true);
  });
});

it('a panel that the page takes out and puts back is empty', async () => {
  page = await stage.open(chat);
  const panel = await openSettled(stage, page);
  await page.evaluate(() => {
    const host = document.querySelector('[popover]');
    host?.remove();
    if (!(host instanceof HTMLElement)) return;
    document.body.append(host);
    host.showPopover();
  });
  await eventually(() => panel.isDetached());
  const again = await panelIn(page);
  await again.waitForLoadState('load');
  expect(await again.locator('canvas, [data-meme]').count()).toBe(0);
});
