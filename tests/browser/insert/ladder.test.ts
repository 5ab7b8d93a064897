/** What the ladder does where a paste is not enough, and where nothing is. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, sample } from './rig/samples.ts';

const file = sample('jpeg', KB100);

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

const open = async (ways: string): Promise<void> => {
  page = await rig.open(`chat.html?${ways}`);
  await page.locator('#place > *').click();
};
const dragEvents = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'seen'));
const ways = async (): Promise<string[]> => (await received()).map(({ way }) => way);

it('gives a page that takes a paste silently, and shows it after 5 s, no second file by another way', async () => {
  await open('paste=silent&drop&file&delay=5000');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'paste', signal: 'preview' }]);
  expect(await ways()).toEqual(['paste']);
});

it('waits as long where there is no other way than the paste', async () => {
  await open('paste=silent&delay=5000');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'paste', signal: 'preview' }]);
  expect(await ways()).toEqual(['paste']);
});

it('hands Slack the file by its file input, since its editor prevents also the pastes that it drops', async () => {
  await open('box=slack&paste=swallow&file');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', composer: 'slack', rung: 'file-input' }]);
  expect(await ways()).toEqual(['file']);
});

it('pastes into a Slack that has no file input', async () => {
  await open('box=slack');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', composer: 'slack', rung: 'paste' }]);
  expect(await ways()).toEqual(['paste']);
});

it('does not call a picture that may be anything proof of an animation', async () => {
  await open('paste=swallow&incoming=near');
  const moving = await rig.add(sample('gif', KB100, 41));
  expect(await rig.insert(page, moving)).toMatchObject([{ outcome: 'probably', rung: 'paste' }]);
});

it('does not call it refused when the tab was left for a while', async () => {
  await open('paste=no&leave');
  expect(await rig.insert(page, meme)).toMatchObject([
    { outcome: 'probably', reason: 'The tab was left before the page showed the picture.' },
  ]);
});

it('ends a drag that was only tried, for a drop zone that comes late and stays when it has left', async () => {
  await open('paste=no&zone=late');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'refused' }]);
  await page.locator('#zone').waitFor({ state: 'hidden' });
  expect((await dragEvents()).at(-1)).toBe('dragend');
});

it('drops the file where a paste is ignored and drops are welcome, and tells what it tried', async () => {
  await open('paste=no&drop&file&zone=stays&secret=token');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'drop' }]);
  expect(await ways()).toEqual(['drop']);
  await page.locator('#zone').waitFor({ state: 'hidden' });
  expect(await dragEvents()).not.toContain('dragend');

  const account = await eventually(
    () => rig.account(),
    (text) => text.includes('Outcome: inserted by drop'),
  );
  expect(account).toMatch(
    /frame 0 \(127\.0\.0\.1:\d+\): generic \(textarea\), has the cursor.*by textarea {2}<- chosen/,
  );
  expect(account).toMatch(/paste: ignored, at \d+ ms; nothing seen/);
  expect(account).toMatch(/drop: accepted, at \d+ ms; seen: preview \(proof\) at \d+ ms/);
  for (const secret of ['smirk', 'chat.html', 'secret', 'Picture']) expect(account).not.toContain(secret);
});

it('ends the drag for a drop zone that stays even when it has left', async () => {
  await open('paste=no&drop&zone=ends');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted', rung: 'drop' }]);
  await page.locator('#zone').waitFor({ state: 'hidden' });
  expect((await dragEvents()).at(-1)).toBe('dragend');
  expect(await ways()).toEqual(['drop']);
});

it("does not take somebody else's picture that comes in for a sign", async () => {
  await open('paste=no&incoming');
  const before = await rig.usesOf(meme);
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'refused' }]);
  expect(await page.locator('.incoming').count()).toBe(1);
  expect(await rig.usesOf(meme)).toBe(before);
});

it('says "probably" where the page prevents the paste and only a strange picture appears', async () => {
  await open('paste=swallow&incoming');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'probably', rung: 'paste' }]);
});

it('does not believe a complaint that names the file', async () => {
  await open('complain');
  expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'probably', rung: 'paste' }]);
});

it('asks before it inserts in a chat that sends at once, and says that it was sent', async () => {
  await open('box=converse');
  const popup = await rig.gurn.clickToolbar(page);
  expect(await rig.ask(popup, meme)).toEqual({ outcome: 'would-send', composer: 'converse' });
  expect(await received()).toEqual([]);
  expect(await rig.ask(popup, meme, { maySend: true })).toMatchObject({
    outcome: 'inserted',
    composer: 'converse',
    sent: true,
  });
  await rig.gurn.closePopups();
  expect(await received()).toEqual(once('paste'));
});
