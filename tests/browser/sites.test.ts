/** What Gurn may do, site by site: nothing from the start, what is switched on, and nothing once that is taken back. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toasts } from './add/toasts.ts';
import { hasPanel, openPanelStage, type PanelStage, panelIn } from './panel/stage.ts';
import { chat } from './panel/stage-pages.ts';
import { eventually, type Gurn, launchGurn } from './support/extension.ts';

describe('a fresh installation', () => {
  let gurn: Gurn;
  beforeAll(async () => {
    gurn = await launchGurn(process.env.GURN_DIST ? { dist: process.env.GURN_DIST } : {});
  });
  afterAll(() => gurn.close());

  it('warns of nothing, holds no site and has a script in none', async () => {
    const worker = await gurn.worker();
    const held = await worker.evaluate(async () => ({
      warnings: await chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
      origins: (await chrome.permissions.getAll()).origins,
      scripts: await chrome.scripting.getRegisteredContentScripts(),
      declared: chrome.runtime.getManifest().content_scripts ?? [],
    }));
    expect(held).toEqual({ warnings: [], origins: [], scripts: [], declared: [] });
  });

  it('offers Discord and Slack on the welcome page, every messenger in the settings, all of them off', async () => {
    const page = await gurn.context.newPage();
    const switches = async (path: string): Promise<[string, boolean][]> => {
      await page.goto(gurn.url(path));
      const all = page.locator('.sites [role=switch]');
      await all.first().waitFor();
      return all.evaluateAll((inputs) =>
        inputs.map((input): [string, boolean] => [
          input.parentElement?.textContent ?? '',
          (input as HTMLInputElement).checked,
        ]),
      );
    };
    expect(await switches('src/pages/welcome/index.html')).toEqual([
      ['Discord', false],
      ['Slack', false],
    ]);
    await page.getByText('Alt+Shift+M').waitFor();
    const known = await switches('src/pages/library/index.html#settings');
    expect(known.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Discord', 'Microsoft Teams', 'WhatsApp Web', 'Telegram Web', 'X', 'GitHub']),
    );
    expect(known.filter(([, on]) => on)).toEqual([]);
    await page.close();
  });

  it('asks once when a site is switched on, and takes a no for an answer', async () => {
    const page = await gurn.context.newPage();
    await page.addInitScript(() => {
      const asked: unknown[] = [];
      Object.assign(window, { asked });
      chrome.permissions.request = (async (what: unknown) => {
        asked.push(what);
        return false;
      }) as typeof chrome.permissions.request;
    });
    await page.goto(gurn.url('src/pages/welcome/index.html'));
    const slack = page.getByRole('switch', { name: 'Slack' });
    await slack.click();
    await page.getByText('the browser was told no').waitFor();
    expect(await slack.isChecked()).toBe(false);
    const asked = (): Promise<unknown[]> => page.evaluate(() => (window as unknown as { asked: unknown[] }).asked);
    expect(await asked()).toEqual([{ origins: ['https://app.slack.com/*'] }]);
    await page.reload();
    await slack.waitFor();
    expect(await slack.isChecked()).toBe(false);
    expect(await asked()).toEqual([]);
    await page.close();
  });
});

describe('a site that is switched off', () => {
  let stage: PanelStage;
  let page: Page;
  beforeAll(async () => {
    stage = await openPanelStage();
  });
  afterAll(() => stage.end());
  afterEach(() => page.close());

  const inWorker = async <T>(ask: () => Promise<T>): Promise<T> => (await stage.world.gurn.worker()).evaluate(ask);
  const scripts = (): Promise<unknown[]> => inWorker(() => chrome.scripting.getRegisteredContentScripts());
  /** Whether a script of Gurn's answers in the page. */
  const answers = (): Promise<boolean> =>
    inWorker(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const request = { gurn: 1, to: 'content', name: 'composer.find', request: {} };
      return chrome.tabs.sendMessage(tab?.id ?? -1, request).then(
        () => true,
        () => false,
      );
    });

  /** Everything of Gurn that can be in a page: its script, the panel, a toast. */
  async function inhabit(): Promise<void> {
    await stage.switchOn(['http://on.test/*']);
    page = await stage.open(chat);
    await page.locator('#box').click();
    await stage.shortcut(page);
    await panelIn(page);
    await inWorker(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const toast = { kind: 'question', text: 'Still there?' };
      const request = { gurn: 1, to: 'content', name: 'toast.show', request: toast };
      await chrome.tabs.sendMessage(tab?.id ?? -1, request, { frameId: 0 });
    });
    expect(await toasts(page)).toHaveLength(1);
    expect(await listeners(page)).toContain('focusin');
    expect(await answers()).toBe(true);
  }

  async function nothingIsLeft(): Promise<void> {
    await eventually(scripts, (registered) => registered.length === 0);
    await eventually(answers, (answer) => !answer);
    await eventually(() => !hasPanel(page));
    expect(await page.locator('[popover]').count()).toBe(0);
    expect(await listeners(page)).toEqual([]);
    await page.reload();
    await page.locator('#box').click();
    expect(await answers()).toBe(false);
    expect(await listeners(page)).toEqual([]);
  }

  it('has, while it is on, its script in frames without an address as well, before anything is used', async () => {
    await stage.switchOn(['http://on.test/*']);
    page = await stage.open(
      `${chat}<iframe srcdoc="&lt;div contenteditable&gt;written in here&lt;/div&gt;"></iframe><iframe></iframe>`,
    );
    await eventually(async () => {
      const session = await page.context().newCDPSession(page);
      const worlds = await worldsOf(session);
      await session.detach();
      return worlds.length === 3;
    });
  });

  it('is left at once, and entered no more', async () => {
    await inhabit();
    const settings = await stage.world.gurn.context.newPage();
    // What the test holds from the start cannot be given back to the browser.
    await settings.addInitScript(() => {
      chrome.permissions.remove = (async () => true) as typeof chrome.permissions.remove;
    });
    await settings.goto(stage.world.gurn.url('src/pages/library/index.html#settings'));
    const site = settings.getByRole('switch', { name: 'on.test' });
    await eventually(() => site.isChecked());
    await site.click();
    await eventually(scripts, (registered) => registered.length === 0);
    await settings.close();
    await page.bringToFront();
    await nothingIsLeft();
  });

  it('is left, too, when the access is taken back in the browser’s own settings, and stays off when it is given back', async () => {
    await inhabit();
    await inBrowserSettings('ON_CLICK');
    await page.bringToFront();
    await nothingIsLeft();
    await inBrowserSettings('ON_ALL_SITES');
    await eventually(() => inWorker(() => chrome.permissions.contains({ origins: ['http://on.test/*'] })));
    expect(await inWorker(() => chrome.storage.local.get('sites'))).toEqual({ sites: [] });
    expect(await scripts()).toEqual([]);
  });

  /** The choice on the extension's page of chrome://extensions. */
  async function inBrowserSettings(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
    const settings = await stage.world.gurn.context.newPage();
    await settings.goto('chrome://extensions');
    await settings.evaluate(
      (update) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { updateExtensionConfiguration(update: object): Promise<void> };
        };
        return developerPrivate.updateExtensionConfiguration(update);
      },
      { extensionId: stage.world.gurn.id, hostAccess },
    );
    await settings.close();
  }
});

/** Gurn's worlds in the session's page, one in every frame where a script of its runs. */
async function worldsOf(session: CDPSession): Promise<number[]> {
  const worlds: { id: number; name: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  return worlds.filter(({ name }) => name === 'Gurn').map(({ id }) => id);
}

/** The events that Gurn's world listens to on the page's document; none where it has no world. */
async function listeners(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const types: string[] = [];
  for (const id of await worldsOf(session)) {
    for (const expression of ['document', 'window']) {
      const { result } = await session.send('Runtime.evaluate', { expression, contextId: id });
      const found = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
      types.push(...found.listeners.map(({ type }) => type));
    }
  }
  await session.detach();
  return types;
}
