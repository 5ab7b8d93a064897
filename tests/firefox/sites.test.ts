/** A site that is switched on in Firefox, and off: its script is there from the start, and then nothing of Gurn's is. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDemo } from '../../tools/demo-server.ts';
import { builtExtension, type FirefoxGurn, launchFirefox } from '../../tools/driver/firefox/extension.ts';
import { eventually } from '../browser/support/eventually.ts';

const SITE = 'http://127.0.0.1/*';

let demo: Awaited<ReturnType<typeof serveDemo>>;
let gurn: FirefoxGurn;
let page: Page;
let settings: Page;

beforeAll(async () => {
  demo = await serveDemo();
  gurn = await launchFirefox({ dist: builtExtension() });
  page = await gurn.open(`${demo.origin}/`);
});
afterAll(async () => {
  await gurn?.close();
  await demo.close();
});

const held = () =>
  gurn.backstage.evaluate(async () => ({
    origins: (await chrome.permissions.getAll()).origins,
    matches: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  }));

/** Whether a script of Gurn's answers in any tab, asked as the background asks. */
const answers = (): Promise<boolean> =>
  gurn.backstage.evaluate(async () => {
    const background = (await chrome.runtime.getBackgroundPage()) as unknown as { chrome: typeof chrome };
    const { tabs } = background.chrome;
    const request = { gurn: 1, to: 'content', name: 'composer.find', request: {} };
    const all = await tabs.query({});
    const told = await Promise.allSettled(all.map(({ id }) => tabs.sendMessage(id ?? -1, request)));
    return told.some(({ status }) => status === 'fulfilled');
  });

const SWITCH = '::-p-xpath(//label[contains(., "127.0.0.1")]//input)';

it('holds no site after its installation', async () => {
  expect(await held()).toEqual({ origins: [], matches: [] });
  expect(await answers()).toBe(false);
});

it('enters the open tabs of a site that is switched on', async () => {
  await gurn.allow([SITE]);
  await gurn.backstage.evaluate((sites) => chrome.storage.local.set({ sites }), [SITE]);
  await eventually(answers);
  expect(await held()).toEqual({ origins: [SITE], matches: [SITE] });
});

it('leaves them when it is switched off in the settings, and gives the access back', async () => {
  settings = await gurn.open(gurn.url('src/pages/library/index.html#settings'));
  const site = await settings.waitForSelector(SWITCH);
  await site?.click();
  await eventually(answers, (answer) => !answer);
  expect(await held()).toEqual({ origins: [], matches: [] });
  await page.bringToFront();
  await page.reload();
  expect(await answers()).toBe(false);
});

it('enters them again by the same switch', async () => {
  await settings.bringToFront();
  await (await settings.waitForSelector(SWITCH))?.click();
  await eventually(answers);
  expect(await held()).toEqual({ origins: [SITE], matches: [SITE] });
});
