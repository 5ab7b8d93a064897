/** The content script over time: on sites that are switched on, and after the extension was updated under it. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, sample } from './rig/samples.ts';

const HOSTS = ['http://127.0.0.1/*', 'http://localhost/*'];

let rig: Rig;
let page: Page;
let meme: string;

beforeAll(async () => {
  rig = await startRig(HOSTS);
  meme = await rig.add(sample('png', KB100));
});
afterAll(() => rig.end());
afterEach(() => page.close());

const received = () => page.evaluate(() => window.received.length);

/** What the page's console reports from here on. */
function collectErrors(): readonly string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}

/** Puts the cursor into the message box and takes it away again, before Gurn is used. */
const writeAndLeave = async (): Promise<void> => {
  await page.locator('textarea').click();
  await page.mouse.click(700, 500);
};

it('knows the last message box from the start where the site is switched on, and not where it is off', async () => {
  page = await rig.open('composer.html');
  await writeAndLeave();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'no-composer' }]);
  await page.close();

  await rig.switchOn(HOSTS);
  page = await rig.open('composer.html');
  await writeAndLeave();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
  await page.close();

  await rig.switchOn([]);
  page = await rig.open('composer.html');
  await writeAndLeave();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'no-composer' }]);
});

it('enters pages that were open when their site was switched on', async () => {
  page = await rig.open('composer.html');
  await rig.switchOn(HOSTS);
  await writeAndLeave();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
  await rig.switchOn([]);
});

it('takes the last used message box across frames of other origins where their sites are switched on', async () => {
  await rig.switchOn(HOSTS);
  page = await rig.open('composer.html');
  const address = `${rig.origin.replace('127.0.0.1', 'localhost')}/composer.html`;
  await page.evaluate((src) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src, width: 600, height: 200 }));
  }, address);
  const inner = page.frameLocator('iframe');
  const countInner = () => page.frames()[1]?.evaluate(() => window.received.length);
  await page.locator('textarea').click();
  await inner.locator('textarea').click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
  expect([await received(), await countInner()]).toEqual([0, 1]);

  await page.locator('textarea').click();
  await page.mouse.click(700, 500);
  expect(await rig.insert(page, await rig.add(sample('gif', KB100, 3)))).toMatchObject([{ outcome: 'inserted' }]);
  expect([await received(), await countInner()]).toEqual([1, 1]);
  await rig.switchOn([]);
});

it('leaves a silent orphan behind when the extension is reloaded, and inserts once from then on', async () => {
  page = await rig.open('shadow.html');
  const errors = collectErrors();
  await page.locator('#open textarea').first().click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);

  await rig.reload();
  await page.bringToFront();
  await page.locator('#open textarea').last().click();
  await page.locator('#open textarea').first().click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
  expect(await received()).toBe(2);
  expect(errors).toEqual([]);
});

it('says nothing in the console when the extension is reloaded during an insertion', async () => {
  page = await rig.open('demo/index.html?previewDelay=2000');
  const errors = collectErrors();
  await page.locator('.ql-editor').click();
  const pasted = page.evaluate(
    () => new Promise<void>((done) => document.addEventListener('paste', () => done(), { capture: true })),
  );
  const popup = await rig.gurn.clickToolbar(page);
  const broken = expect(rig.ask(popup, meme)).rejects.toThrow();
  await pasted;
  await rig.reload();
  await broken;
  // The orphan sees the preview and reports into the void, both within the turn that shows it.
  await page.locator('[data-attachment]').waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await page.locator('[data-attachment]').count()).toBe(1);
  expect(errors).toEqual([]);
});
