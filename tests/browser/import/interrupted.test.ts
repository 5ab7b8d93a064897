/** An import is paused, or loses its page, its worker, its browser: it goes on, nothing is lost, nothing doubled. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/accessibility.ts';
import { eventually } from '../support/extension.ts';
import { choose, drawMany, file, openEmpty } from './bring-in.ts';
import { card, ended, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
let pictures: Buffer[];

beforeAll(async () => {
  stage = await openStage();
  pictures = await drawMany(stage, 45);
});
afterAll(() => stage.end());
afterEach(() => page.close());

test('paused it stops, goes on where it was, and cancelled it keeps what is in', async () => {
  page = await openEmpty(stage);
  await choose(
    page,
    pictures.slice(0, 30).map((bytes, n) => file(`p${n}.jpg`, bytes)),
  );
  await card(page).getByRole('button', { name: 'Pause' }).click();
  await card(page)
    .getByText(/Paused at \d+ of 30/)
    .waitFor();
  await page.close();
  page = await stage.open();
  await card(page).getByText('Paused at').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  const before = await stage.memes();
  await card(page).getByRole('button', { name: 'Go on' }).click();
  await eventually(
    async () => (await stage.memes()).length,
    (now) => now > before.length,
  );
  await card(page).getByRole('button', { name: 'Cancel' }).click();
  await ended(page);
  const items = await stage.items();
  const added = items.filter(({ state }) => state !== 'cancelled').length;
  await eventually(
    async () => (await stage.memes()).length,
    (now) => now === added,
  );
  expect(items).toHaveLength(30);
});

/** Every picture is in once, and nothing waits any more. */
async function expectAll(count: number): Promise<void> {
  await eventually(
    async () => (await stage.memes()).length,
    (memes) => memes >= count,
    90_000,
  );
  const items = await eventually(
    () => stage.items(),
    (all) => all.every(({ state }) => state !== 'waiting' && state !== 'fetch'),
  );
  expect(items).toHaveLength(count);
  expect(items.filter(({ state }) => state === 'added' || state === 'near')).toHaveLength(count);
  expect(await stage.memes()).toHaveLength(count);
}

test('the page closed, the service worker killed, the offscreen document killed: nothing is lost, nothing doubled', async () => {
  page = await openEmpty(stage);
  const { site } = stage;
  const batch = pictures.slice(13, 33);
  for (const [n, bytes] of batch.entries()) site.set(`/n${n}.jpg`, 'image/jpeg', bytes);
  await page.getByRole('textbox').fill(batch.map((_, n) => `${site.origin}/n${n}.jpg`).join('\n'));
  await page.getByRole('button', { name: 'Load pictures' }).click();
  const grown = (by: number) =>
    eventually(
      async () => (await stage.memes()).length,
      (memes) => memes >= by,
    );
  await grown(2);
  await page.close();
  await stage.killWorker();
  await grown(6);
  await stage.killOffscreen();
  await expectAll(20);
  page = await stage.open();
  expect(await ended(page)).toContain('20 pictures added');
});

test('the browser closed in the middle: it goes on when it is opened again, with no page of Gurn', async () => {
  page = await openEmpty(stage);
  await choose(
    page,
    pictures.slice(33, 45).map((bytes, n) => file(`q${n}.jpg`, bytes)),
  );
  await eventually(async () => (await stage.items()).length === 12);
  await stage.restart();
  await expectAll(12);
  page = await stage.open();
});
