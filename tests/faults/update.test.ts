/** Two windows at once, and a newer Gurn laid over the one in use. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toasts } from '../browser/add/toasts.ts';
import { eventually } from '../browser/support/eventually.ts';
import { addUndisturbed, judge } from './support/addition.ts';
import { chooseAdd } from './support/choose-add.ts';
import { openDesk, said } from './support/desk.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.end());

const copies = (page: Page): Promise<number> => page.locator('#box img').count();

async function openChat(): Promise<Page> {
  const chat = await stage.gurn.context.newPage();
  await chat.goto(stage.address);
  await chat.locator('#box').click();
  return chat;
}

it('puts one copy into each of two messages that two windows insert into at the same time', async () => {
  const chats = [await openChat(), await openChat()];
  const desks = await Promise.all(chats.map((chat) => openDesk(stage, chat)));
  await Promise.all(desks.map((desk) => desk.locator('.match').first().click()));
  expect(await Promise.all(desks.map(said))).toEqual(['In your message.', 'In your message.']);
  expect(await Promise.all(chats.map(copies))).toEqual([1, 1]);
  for (const page of [...chats, ...desks]) await page.close();
});

it('keeps the library through an update, and says in the page what became of what was under way', async () => {
  const kept = stage.picture();
  await addUndisturbed(stage, kept);
  const before = await stage.held();
  const errors: string[] = [];
  stage.page.on('pageerror', ({ message }) => errors.push(message));
  stage.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));

  const slow = stage.neverEnding();
  await stage.fresh();
  await chooseAdd(stage, slow, -1);
  await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'working',
  );
  await stage.update('0.2.0');
  expect(await (await stage.worker()).evaluate(() => chrome.runtime.getManifest().version)).toBe('0.2.0');
  const told = await eventually(
    () => toasts(stage.page),
    (shown) => shown.length > 0 && shown.every(({ kind }) => kind !== 'working'),
    60_000,
  );
  expect(told).toMatchObject([{ kind: 'error', text: expect.stringMatching(/again/) }]);
  expect(errors).toEqual([]);
  const { memes, broken } = await stage.held();
  expect({ memes, broken }).toEqual({ memes: before.memes, broken: [] });

  const next = stage.picture();
  const added = await addUndisturbed(stage, next);
  expect(added.kind).toBe('done');
  expect(await judge(stage, next, added)).toEqual([]);
  const desk = await openDesk(stage, stage.page);
  await desk.locator('.match').first().click();
  expect(await said(desk)).toBe('In your message.');
  expect(await copies(stage.page)).toBe(1);
});
