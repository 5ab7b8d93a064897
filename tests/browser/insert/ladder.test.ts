/** What the ladder does where a paste is not enough, and where nothing is. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, sample } from './rig/samples.ts';

const file = sample('gif', KB100);

let rig: Rig;
let page: Page;
let meme: string;

beforeAll(async () => {
  rig = await startRig();
  meme = await rig.add(file);
});
afterAll(() => rig.end());
afterEach(() => page.close());

const received = () => page.evaluate(() => window.received);
const { type, sha256 } = file;
const once = (way: string) => [{ name: expect.any(String), type, size: KB100, sha256, way }];

it('gives Slate without a handler of the app the file as beforeinput', async () => {
  page = await rig.open('bare-slate.html');
  await page.locator('[data-slate-editor]').click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'beforeinput' }]);
  expect(await received()).toEqual(once('insertData'));
});

it('uses the nearest file input that takes pictures where the message box takes none', async () => {
  page = await rig.open('file-input.html');
  await page.locator('textarea').fill('Look:');
  await page.locator('textarea').focus();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'file-input' }]);
  expect(await received()).toEqual(once('picture'));
  expect(await page.locator('textarea').inputValue()).toBe('Look:');
});

it('gives up where nothing takes files, and changes nothing', async () => {
  page = await rig.open('deaf.html');
  await page.locator('textarea').fill('Hello');
  await page.locator('textarea').focus();
  const [report] = await rig.insert(page, meme);
  expect(report).toMatchObject({ outcome: 'refused', reason: expect.stringMatching(/\w+ .*\.$/) });
  expect(await page.locator('textarea').inputValue()).toBe('Hello');
});

it('tries nothing else after a page accepted the file without showing it', async () => {
  page = await rig.open('silent.html');
  await page.locator('textarea').focus();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'probably', rung: 'paste' }]);
  expect(await received()).toEqual(once('paste'));
});

it('waits for a page that takes the paste silently and shows it late', async () => {
  page = await rig.open('slow.html');
  await page.locator('[contenteditable]').click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'paste' }]);
  expect(await received()).toEqual(once('paste'));
});

it('tries nothing else after the composer was replaced', async () => {
  page = await rig.open('remount.html');
  await page.locator('[contenteditable]').click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'probably', rung: 'paste' }]);
  expect(await received()).toEqual(once('paste'));
});

it('drops nothing where drops are not welcome, and leaves no drop zone on the screen', async () => {
  page = await rig.open('drop-zone.html');
  await page.locator('[contenteditable]').click();
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'refused' }]);
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
  expect(seen).not.toContain('drop');
  expect(seen.at(-1)).toBe('dragleave');
  expect(await page.locator('#zone').isVisible()).toBe(false);
});
