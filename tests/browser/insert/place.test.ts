/** The right place: the composer that had the cursor last, wherever in the page it is; or none. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type Rig, startRig } from './rig/index.ts';
import { KB100, sample } from './rig/samples.ts';

let rig: Rig;
let page: Page;
let seed = 100;

beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.end());
afterEach(() => page.close());

/** Inserts a meme that was not inserted before. */
const insert = async () => {
  seed += 1;
  return rig.insert(page, await rig.add(sample('png', KB100, seed)));
};

it('says so where there is no composer, and counts no use', async () => {
  page = await rig.open('demo/pictures/astonished.png');
  const meme = await rig.add(sample('png', KB100));
  expect(await rig.insert(page, meme)).toEqual([{ outcome: 'no-composer', reason: expect.stringMatching(/ .*\.$/) }]);
  expect(await rig.usesOf(meme)).toBe(0);
});

it("says so on the browser's own pages", async () => {
  page = await rig.gurn.context.newPage();
  await page.goto('chrome://version/');
  expect(await insert()).toEqual([
    { outcome: 'no-composer', reason: 'The browser lets no extension write in this page.' },
  ]);
});

it('does not take a box that never had the cursor for a composer', async () => {
  page = await rig.open('composer.html');
  await page.locator('input[type=search]').click();
  expect(await insert()).toMatchObject([{ outcome: 'no-composer' }]);
});

it('remembers the message box when the cursor went to a search box', async () => {
  page = await rig.open('composer.html');
  await page.locator('textarea').click();
  await insert();
  await page.locator('input[type=search]').click();
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await page.evaluate(() => window.received.map(({ way }) => way))).toEqual(['textarea', 'textarea']);
});

it('takes the last used of two message boxes', async () => {
  page = await rig.open('composer.html');
  await page.locator('textarea').click();
  await insert();
  await page.locator('[contenteditable]').click();
  await insert();
  await page.locator('textarea').click();
  await page
    .locator('h1, body')
    .first()
    .click({ position: { x: 1, y: 1 } });
  await insert();
  expect(await page.evaluate(() => window.received.map(({ way }) => way))).toEqual(['textarea', 'div', 'textarea']);
});

it('inserts in the frame that has the cursor, and outside when it has left', async () => {
  page = await rig.open('frame.html');
  const inner = page.frames()[1];
  await page.frameLocator('iframe').locator('textarea').click();
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await inner?.evaluate(() => window.received.length)).toBe(1);
  expect(await page.evaluate(() => window.received.length)).toBe(0);

  await page.locator('textarea').click();
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await inner?.evaluate(() => window.received.length)).toBe(1);
  expect(await page.evaluate(() => window.received.length)).toBe(1);
});

it('inserts in a frame that the page wrote itself', async () => {
  page = await rig.open('deaf.html');
  await page.evaluate(() => {
    const show =
      'const i = new Image(); i.src = window.URL.createObjectURL(event.clipboardData.files[0]); document.body.append(i)';
    const frame = document.createElement('iframe');
    frame.srcdoc = `<textarea onpaste="event.preventDefault(); ${show}"></textarea>`;
    document.body.append(frame);
  });
  await page.frameLocator('iframe').locator('textarea').click();
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await page.frameLocator('iframe').locator('img').count()).toBe(1);
});

it.each(['open', 'closed'])('finds the last used message box in an %s shadow root', async (mode) => {
  page = await rig.open('shadow.html');
  const focus = async (number: number) => {
    const box = await page.locator(`#${mode}`).boundingBox();
    if (!box) throw new Error('no such section');
    await page.mouse.click(box.x + 40 + (number - 1) * 190, box.y + 15);
  };
  await focus(1);
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  await focus(2);
  await page.mouse.click(700, 500);
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await page.evaluate(() => window.received.map(({ way }) => way))).toEqual([`${mode} 1`, `${mode} 2`]);
});

it('reports a tab that was closed meanwhile', async () => {
  page = await rig.gurn.context.newPage();
  await page.goto(rig.gurn.url('src/popup/index.html'));
  const meme = await rig.add(sample('png', KB100, 99));
  const reply = await page.evaluate(async (id) => {
    const tab = await chrome.tabs.create({ active: false });
    await chrome.tabs.remove(tab.id ?? 0);
    const request = { id: crypto.randomUUID(), meme: id, tab: tab.id };
    return chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'insert', request });
  }, meme);
  expect(reply).toEqual({ ok: true, value: { outcome: 'no-composer', reason: 'That tab is closed.' } });
});

it.each(['textarea', 'input', 'div'])(
  'leaves the text, the cursor and the selection of a %s as they were',
  async (box) => {
    page = await rig.open(`chat.html?box=${box}`);
    await page.locator('#place > *').click();
    await page.keyboard.type('one two three');
    for (let i = 0; i < 'three'.length; i += 1) await page.keyboard.press('ArrowLeft');
    for (let i = 0; i < 'two '.length; i += 1) await page.keyboard.press('Shift+ArrowLeft');
    const selected = () =>
      page.evaluate(() => {
        const found = document.querySelector<HTMLElement>('#place > *');
        if (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement) {
          return [found.value, found.selectionStart, found.selectionEnd, found.selectionDirection];
        }
        const { anchorOffset, focusOffset } = getSelection() ?? {};
        return [found?.textContent, anchorOffset, focusOffset];
      });
    const before = await selected();
    expect(before).toContain('one two three');
    expect(before).toContain('one '.length);

    expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
    expect(await selected()).toEqual(before);
  },
);

it('does not pull the user back who has gone to another field meanwhile', async () => {
  page = await rig.open('chat.html?box=div&delay=2500');
  await page.locator('#place > *').click();
  await page.keyboard.type('one two');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.evaluate(() => {
    const other = document.createElement('div');
    Object.assign(other, { id: 'other', contentEditable: 'true', textContent: 'abcd' });
    document.body.append(other);
    document.addEventListener('paste', () => setTimeout(() => getSelection()?.collapse(other.firstChild, 2)));
  });
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(
    await page.evaluate(() => [getSelection()?.anchorNode?.parentElement?.id, getSelection()?.anchorOffset]),
  ).toEqual(['other', 2]);
});

it('leaves the cursor where the page has put it, behind the picture', async () => {
  page = await rig.open('chat.html?box=div');
  await page.locator('#place > *').click();
  await page.keyboard.type('one two');
  await page.keyboard.press('Home');
  await page.evaluate(() => {
    const box = document.querySelector('#place > *');
    document.addEventListener('paste', () => {
      const picture = document.createElement('img');
      box?.append(picture);
      getSelection()?.setBaseAndExtent(box ?? document, 2, box ?? document, 2);
    });
  });
  expect(await insert()).toMatchObject([{ outcome: 'inserted' }]);
  expect(await page.evaluate(() => getSelection()?.anchorOffset)).toBe(2);
});

it('takes a plain line of text only where nothing else was written in', async () => {
  page = await rig.open('chat.html?box=input');
  await page.locator('#place > *').click();
  expect(await insert()).toMatchObject([{ outcome: 'inserted', composer: 'generic' }]);
  await page.evaluate(() => document.body.append(document.createElement('textarea')));
  await page.locator('textarea').click();
  await page.locator('#place > *').click();
  expect(await insert()).toMatchObject([{ outcome: 'refused' }]);
  expect(await page.evaluate(() => window.received.length)).toBe(1);
});
