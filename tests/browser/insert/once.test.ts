/** Exactly once, whatever happens meanwhile: to the worker, the tab, the extension, the message box. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { MAX_BYTES } from '../../../src/background/insert/limits.ts';
import { toasts } from '../add/toasts.ts';
import { eventually } from '../support/extension.ts';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, sample } from './rig/samples.ts';

let rig: Rig;
let page: Page;
let meme: string;

beforeAll(async () => {
  rig = await startRig();
  meme = await rig.add(sample('jpeg', KB100, 7));
});
afterAll(() => rig.end());
afterEach(() => page.close());

const open = async (ways: string): Promise<void> => {
  page = await rig.open(`chat.html?${ways}`);
  await page.locator('#place > *').click();
};
const ways = (): Promise<string[]> => page.evaluate(() => window.received.map(({ way }) => way));
const pasted = (): Promise<string[]> => eventually(ways, ({ length }) => length > 0);

it('goes on with the insertion when the worker is ended in the middle and the popup asks again', async () => {
  await open('delay=2500');
  const uses = await rig.usesOf(meme);
  const popup = await rig.gurn.clickToolbar(page);
  const id = crypto.randomUUID();
  const broken = expect(rig.ask(popup, meme, { id })).rejects.toThrow();
  await pasted();
  await rig.endWorker(popup);
  await broken;
  expect(await rig.ask(popup, meme, { id })).toMatchObject({ outcome: 'inserted', rung: 'paste' });
  await rig.gurn.closePopups();
  expect(await ways()).toEqual(['paste']);
  expect(await rig.usesOf(meme)).toBe(uses + 1);
});

/** A view of Gurn's in a tab of its own, which asks for the page's tab; a click on the toolbar has lent that to Gurn. */
async function askFromTab(): Promise<{ readonly answer: Promise<unknown>; readonly view: Page }> {
  const popup = await rig.gurn.clickToolbar(page);
  const tab = await popup.evaluate(async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id);
  await rig.gurn.closePopups();
  const view = await rig.gurn.context.newPage();
  await view.goto(rig.gurn.url('src/popup/index.html?tab'));
  await page.bringToFront();
  const request = { gurn: 1, to: 'background', name: 'insert', request: { id: crypto.randomUUID(), meme, tab } };
  const answer = view.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<unknown>, request);
  await pasted();
  return { answer, view };
}

it('inserts once in the tab it was asked for, and not in the one that comes to the front meanwhile', async () => {
  await open('paste=silent&drop&file&delay=2500');
  const { answer, view } = await askFromTab();
  const other = await rig.open('composer.html');
  await other.locator('textarea').click();
  expect(await answer).toMatchObject({ ok: true, value: { outcome: 'inserted', rung: 'paste' } });
  expect(await other.evaluate(() => window.received.length)).toBe(0);
  expect(await ways()).toEqual(['paste']);
  await Promise.all([other.close(), view.close()]);
});

it('says so when the tab is closed in the middle', async () => {
  await open('delay=60000');
  const { answer, view } = await askFromTab();
  await page.close();
  expect(await answer).toMatchObject({
    ok: true,
    value: { outcome: 'refused', reason: 'That tab was closed meanwhile.' },
  });
  await view.close();
});

it('keeps a key that is held since the meme was chosen from the page, and no key that is pressed later', async () => {
  await open('delay=3000');
  const popup = await rig.gurn.clickToolbar(page);
  await page.keyboard.down('Enter');
  const answer = rig.ask(popup, meme);
  await pasted();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, () => heard.push(type), true);
  });
  const heard = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'heard'));
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  expect(await heard()).toEqual([]);
  expect(await answer).toMatchObject({ outcome: 'inserted' });
  await rig.gurn.closePopups();
  await page.keyboard.press('Enter');
  expect(await heard()).toEqual(['keydown', 'keypress', 'keyup']);
});

it('finds the message box again that was built anew since it had the cursor', async () => {
  await open('');
  await rig.insert(page, meme);
  await page.evaluate(() => (Reflect.get(window, 'remount') as () => void)());
  expect(await rig.insert(page, await rig.add(sample('jpeg', KB100, 8)))).toMatchObject([{ outcome: 'inserted' }]);
  expect(await ways()).toEqual(['paste', 'paste']);
});

it('says in the page that Gurn was updated in the middle, and leaves no error in the console', async () => {
  await open('paste=silent&drop&delay=60000');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const popup = await rig.gurn.clickToolbar(page);
  const broken = expect(rig.ask(popup, meme)).rejects.toThrow();
  await pasted();
  await rig.reload();
  await broken;
  await page.bringToFront();
  const [toast] = await eventually(
    () => toasts(page),
    ({ length }) => length > 0,
  );
  expect(toast?.text).toContain('reload the page');
  expect(await ways()).toEqual(['paste']);
  expect(errors).toEqual([]);
});

it('says of a meme that is larger than a message that it is too large, and does nothing', async () => {
  await open('');
  const large = await rig.addLarge(MAX_BYTES + 1);
  await expect(rig.insert(page, large)).rejects.toThrow('This meme has more than 45 MB, too much to hand to a page.');
  expect(await ways()).toEqual([]);
});
