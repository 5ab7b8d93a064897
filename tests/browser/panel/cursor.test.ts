/** Esc in the panel, whatever state it is in: the cursor is where it was. */
import type { Frame, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { frozen, hasPanel, openPanelStage, type PanelStage, panelIn, pressAway } from './stage.ts';
import { chat, chatWithField } from './stage-pages.ts';

let stage: PanelStage;
let page: Page;

beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());
afterEach(() => page.close());

const gone = (): Promise<boolean> => eventually(() => !hasPanel(page));

describe('Esc gives the cursor back', () => {
  it('in an editable element, with what was selected', async () => {
    page = await stage.open(chat);
    await page.locator('#box').click();
    await page.evaluate(() => {
      const text = document.querySelector('#box')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 7, text, 2);
    });
    await stage.shortcut(page);
    await frozen(page, await panelIn(page));
    await pressAway(page, 'Escape');
    await gone();
    const selection = await page.evaluate(() => [
      document.activeElement?.id,
      getSelection()?.anchorOffset,
      getSelection()?.focusOffset,
    ]);
    expect(selection).toEqual(['box', 7, 2]);
    await page.keyboard.type('X');
    expect(await page.locator('#box').textContent()).toBe('heXorld');
  });

  it('in a text field, where it stood', async () => {
    page = await stage.open(chatWithField);
    await page.locator('#box').click();
    await page.evaluate(() => document.querySelector('textarea')?.setSelectionRange(3, 3));
    await stage.shortcut(page);
    await frozen(page, await panelIn(page));
    await pressAway(page, 'Escape');
    await gone();
    await page.keyboard.type('X');
    expect(await page.locator('#box').inputValue()).toBe('helXlo world');
  });

  /** A panel whose secret the background never made: it cannot start. `answered`: whether it is told so. */
  async function openStillborn(answered: boolean): Promise<Frame> {
    page = await stage.open(chat);
    await page.locator('#box').click();
    const worker = await stage.world.gurn.worker();
    await worker.evaluate(
      async ({ url, held }) => {
        const release = new Promise((resolve) => Object.assign(globalThis, { release: resolve }));
        if (held) void navigator.locks.request('gurn.panel', () => release);
        const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
        const request = { secret: crypto.randomUUID(), frame: 0 };
        const message = { gurn: 1, to: 'content', name: 'panel.open', request };
        await chrome.tabs.sendMessage(tab?.id ?? -1, message, { frameId: 0 });
      },
      { url: page.url(), held: !answered },
    );
    const panel = await panelIn(page);
    await panel.waitForLoadState('load');
    await eventually(() => panel.evaluate(() => document.hasFocus()));
    return panel;
  }
  const focused = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id);

  it('also while the panel loads', async () => {
    await openStillborn(false);
    try {
      await pressAway(page, 'Escape');
      await gone();
    } finally {
      await (await stage.world.gurn.worker()).evaluate(() => (globalThis as unknown as { release(): void }).release());
    }
    expect(await focused()).toBe('box');
  });

  /** A click counts once the pointer has rested on the panel: a person clicks again. */
  const clickUntilGone = (button: Locator): Promise<boolean> => {
    const there = (): boolean => hasPanel(page);
    return eventually(
      () => button.click({ timeout: 1_000 }).then(there, there),
      (still) => !still,
    );
  };

  it('also when the panel could not start, and so does its button', async () => {
    const panel = await openStillborn(true);
    await panel.getByText('Gurn cannot start').waitFor();
    expect(await panel.getByRole('button').allTextContents()).toEqual(['Close']);
    await clickUntilGone(panel.getByRole('button', { name: 'Close' }));
    expect(await focused()).toBe('box');
    await page.close();
    const again = await openStillborn(true);
    await again.getByText('Gurn cannot start').waitFor();
    await pressAway(page, 'Escape');
    await gone();
    expect(await focused()).toBe('box');
  });
});
