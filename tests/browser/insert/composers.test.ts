/** Insertion into the demo chat's two composers: the real Slate as Discord uses it, the real Quill as Slack does. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, type Kind, MB8, type Sample, sample } from './rig/samples.ts';

const CHATS = [
  { chat: 'discord-like', composer: '[data-slate-editor=true]', name: 'generic' },
  { chat: 'slack-like', composer: '.ql-editor', name: 'slack' },
] as const;

let rig: Rig;
let page: Page;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.end());
afterEach(() => page.close());

const openChat = async (composer: string, query = ''): Promise<void> => {
  page = await rig.open(`demo/index.html${query}`);
  await page.locator(composer).click();
};

interface Card {
  readonly chat: string | undefined;
  readonly state: string | undefined;
  readonly name: string;
  readonly type: string | undefined;
  readonly size: number;
  readonly sha256: string | undefined;
}

/** Every attachment in the page. */
const cards = (): Promise<Card[]> =>
  page.locator('[data-attachment]').evaluateAll((found) =>
    found.map((element) => {
      const { attachment, name = '', type, size, sha256 } = (element as HTMLElement).dataset;
      const chat = element.closest<HTMLElement>('[data-chat]')?.dataset.chat;
      return { chat, state: attachment, name, type, size: Number(size), sha256 };
    }),
  );

const pendingCard = (chat: string, { type, bytes, sha256 }: Sample): Omit<Card, 'name'> => ({
  chat,
  state: 'pending',
  type,
  size: bytes.length,
  sha256,
});

describe.each(CHATS)('the $chat composer', ({ chat, composer, name }) => {
  const kinds: readonly Kind[] = ['png', 'jpeg', 'gif', 'webp'];

  it.each(kinds.map((kind) => ({ kind })))('takes a $kind of 100 KB byte for byte, once, unsent', async ({ kind }) => {
    const file = sample(kind, KB100);
    const id = await rig.add(file);
    await openChat(composer);
    const posts = await page.locator('.post').count();
    const uses = await rig.usesOf(id);

    const [report] = await rig.insert(page, id);

    expect(report).toMatchObject({ outcome: 'inserted', composer: name, rung: 'paste' });
    const found = await eventually(cards, ({ length }) => length > 0);
    expect(found).toEqual([
      { ...pendingCard(chat, file), name: expect.stringMatching(/^smirk \w+-[0-9a-f]{8}\.\w+$/) },
    ]);
    expect(await page.locator('.post').count()).toBe(posts);
    expect(await rig.usesOf(id)).toBe(uses + 1);
  });

  it('takes 8 MiB byte for byte', async () => {
    const file = sample('gif', MB8);
    const id = await rig.add(file);
    await openChat(composer);
    expect(await rig.insert(page, id)).toMatchObject([{ outcome: 'inserted' }]);
    expect(await cards()).toMatchObject([pendingCard(chat, file)]);
  });

  it('leaves the text and the cursor as they were', async () => {
    const id = await rig.add(sample('png', KB100));
    await openChat(composer);
    await page.keyboard.type('left right');
    for (let i = 0; i < 'right'.length; i += 1) await page.keyboard.press('ArrowLeft');

    await rig.insert(page, id);
    await page.bringToFront();
    await page.keyboard.type('and ');

    expect(await page.locator(composer).textContent()).toBe('left and right');
    expect(await cards()).toHaveLength(1);
  });

  it('keeps text that is selected', async () => {
    const id = await rig.add(sample('png', KB100));
    await openChat(composer);
    await page.keyboard.type('every word');
    await page.keyboard.press('Control+A');

    await rig.insert(page, id);

    expect(await page.locator(composer).textContent()).toBe('every word');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('every word');
  });

  it('takes one file when the same insertion is asked for twice, and counts one use', async () => {
    const id = await rig.add(sample('jpeg', KB100));
    const uses = await rig.usesOf(id);
    await openChat(composer);
    const reports = await rig.insert(page, id, 2);
    expect(reports[1]).toEqual(reports[0]);
    expect(await cards()).toHaveLength(1);
    expect(await rig.usesOf(id)).toBe(uses + 1);
  });

  it('takes one file when the same insertion is asked for again after it has gone in', async () => {
    const id = await rig.add(sample('jpeg', KB100));
    await openChat(composer);
    const popup = await rig.gurn.clickToolbar(page);
    const request = crypto.randomUUID();
    const first = await rig.ask(popup, id, { id: request });
    expect(await rig.ask(popup, id, { id: request })).toEqual(first);
    await rig.gurn.closePopups();
    expect(await cards()).toHaveLength(1);
  });

  it('takes one file when its preview comes after 5 s', async () => {
    const id = await rig.add(sample('webp', KB100, 2));
    await openChat(composer, '?previewDelay=5000');
    expect(await rig.insert(page, id)).toMatchObject([{ outcome: 'inserted' }]);
    expect(await cards()).toHaveLength(1);
  });

  it('is used although the cursor has left it for something that is no composer', async () => {
    const id = await rig.add(sample('png', KB100, 3));
    await openChat(composer);
    // The script is in the page from the first insertion on; then it sees the focus move.
    await rig.insert(page, id);
    await page.locator(`[data-chat=${chat}] .remove`).click();
    await page.locator('h1').click();
    expect(await rig.insert(page, await rig.add(sample('png', KB100, 4)))).toMatchObject([{ outcome: 'inserted' }]);
    expect(await cards()).toMatchObject([{ chat }]);
  });
});

it('takes two different memes that are asked for at once, one after the other', async () => {
  const files = [sample('png', KB100, 5), sample('gif', KB100, 6)];
  const ids = await Promise.all(files.map((file) => rig.add(file)));
  await openChat('.ql-editor');
  const popup = await rig.gurn.clickToolbar(page);
  const reports = await Promise.all(ids.map((id) => rig.ask(popup, id)));
  await rig.gurn.closePopups();
  expect(reports.map(({ outcome }) => outcome)).toEqual(['inserted', 'inserted']);
  expect((await cards()).map(({ sha256 }) => sha256).sort()).toEqual(files.map(({ sha256 }) => sha256).sort());
});
