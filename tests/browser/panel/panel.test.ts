/** The panel in the page: where it opens, what it does, how it goes. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memesIn } from '../../../tools/driver/library.ts';
import { toasts } from '../add/toasts.ts';
import { violations } from '../support/accessibility.ts';
import { eventually, type Target } from '../support/extension.ts';
import { watchTracks } from '../support/tracks.ts';
import { frozen, hasPanel, openPanelStage, type PanelStage, panelIn, placeOfPanel, pressAway } from './stage.ts';
import { chat, chatAtTheTop, chatInFrame, deafChat, framedChat, noComposer, strictChat } from './stage-pages.ts';

let stage: PanelStage;
let page: Page;
let tracks: () => Promise<string[]>;

beforeAll(async () => {
  stage = await openPanelStage();
  tracks = await watchTracks(await offscreen());
});
afterAll(() => stage.end());
afterEach(() => page.close());

/** The offscreen document, started before any view. */
async function offscreen(): Promise<Target> {
  const { gurn } = stage.world;
  const welcome = await gurn.context.newPage();
  await welcome.goto(gurn.url('src/pages/welcome/index.html'));
  await welcome.evaluate(() =>
    chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} }),
  );
  await welcome.close();
  return gurn.offscreen();
}

/** Opens the page, puts the cursor in its box, presses the shortcut, and waits for matches where keys count. */
async function openPanel(html = chat): Promise<Frame> {
  page = await stage.open(html);
  await page.locator('#box').click();
  await stage.shortcut(page);
  return frozen(page, await panelIn(page));
}

const memeAt = (panel: Frame, index: number): Promise<string> =>
  panel
    .locator('[data-meme]')
    .nth(index)
    .evaluate((card) => (card as HTMLElement).dataset.meme ?? '');

const taken = (): Promise<{ size: number; type: string }[]> =>
  page.evaluate(() => (window as unknown as { taken: { size: number; type: string }[] }).taken);

const usesOf = async (meme: string): Promise<number> =>
  (await memesIn(stage.world.gurn)).find(({ id }) => id === meme)?.used.count ?? 0;

const gone = (): Promise<boolean> => eventually(() => !hasPanel(page));
const litUp = (): Promise<unknown> => eventually(tracks, (states) => states.includes('live'));
const dark = (): Promise<unknown> => eventually(tracks, (states) => states.every((state) => state === 'ended'), 1_000);

describe('the shortcut', () => {
  it('opens the matches above the composer, and Enter inserts the best of them without the popup', async () => {
    const panel = await openPanel();
    const box = await page.locator('#box').boundingBox();
    const place = await placeOfPanel(page);
    expect(place.top + place.height).toBeLessThanOrEqual(box?.y ?? 0);
    expect(place.left).toBe(box?.x);
    const meme = await memeAt(panel, 0);
    const before = await usesOf(meme);
    await page.keyboard.press('Enter');
    const [file] = await eventually(taken, (files) => files.length > 0);
    const known = (await memesIn(stage.world.gurn)).find(({ id }) => id === meme);
    expect(file).toEqual({ size: known?.size, type: known?.type });
    await gone();
    expect(await taken()).toHaveLength(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('box');
    expect(await usesOf(meme)).toBe(before + 1);
  });

  it('opens a panel in which arrows choose and digits insert', async () => {
    const panel = await openPanel();
    const [first, second, third] = [await memeAt(panel, 0), await memeAt(panel, 1), await memeAt(panel, 2)];
    await page.keyboard.press('ArrowRight');
    expect(await panel.locator('[aria-selected=true]').getAttribute('data-meme')).toBe(second);
    const before = [await usesOf(first), await usesOf(third)];
    await page.keyboard.press('3');
    await eventually(taken, (files) => files.length === 1);
    await gone();
    expect([await usesOf(first), await usesOf(third)]).toEqual([before[0], (before[1] ?? 0) + 1]);
  });

  it('pressed again closes it', async () => {
    await openPanel();
    await stage.shortcut(page);
    await gone();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('box');
  });

  it('opens the popup where Gurn is not switched on, and where there is nothing to write in', async () => {
    for (const [html, origin] of [
      [chat, stage.elsewhere],
      [noComposer, stage.origin],
    ] as const) {
      page = await stage.open(html, origin);
      await stage.shortcut(page);
      await stage.world.gurn.popup();
      expect(hasPanel(page)).toBe(false);
      await stage.world.gurn.closePopups();
      await page.close();
    }
    page = await stage.open(chat);
  });

  it('works in a page whose policy allows no frames, and the page hears of no violation', async () => {
    const panel = await openPanel(strictChat);
    expect(await panel.locator('[data-meme]').count()).toBe(3);
    const broken = (): Promise<unknown[]> => page.evaluate(() => (window as unknown as { broken: unknown[] }).broken);
    expect(await broken()).toEqual([]);
    // What it would hear of, it hears.
    await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: '/any.png' })));
    expect(await eventually(broken, ({ length }) => length > 0)).toEqual(['img-src']);
  });
});

describe('a message that is written in a frame', () => {
  /** The page around the frame has a box of its own, which was used before. */
  async function openOverFrame(): Promise<Frame> {
    const inner = await stage.open(framedChat);
    const address = inner.url();
    await inner.close();
    page = await stage.open(chatInFrame(address));
    await page.locator('#around').click();
    await framed().locator('#box').click();
    await framed().evaluate(() => {
      const text = document.querySelector('#box')?.firstChild;
      if (text) getSelection()?.setBaseAndExtent(text, 5, text, 5);
    });
    await stage.shortcut(page);
    return frozen(page, await panelIn(page));
  }
  const framed = (): Frame =>
    page.frames().find((frame) => frame.parentFrame() && frame.url().startsWith('http:')) ?? page.mainFrame();
  const takenIn = (frame: Frame): Promise<number> =>
    frame.evaluate(() => (window as unknown as { taken: unknown[] }).taken.length);
  /** The letter that is typed now, in the text of the frame's box. */
  async function typed(): Promise<string> {
    await eventually(() => framed().evaluate(() => document.activeElement?.id === 'box'));
    await page.keyboard.type('X');
    return (await framed().locator('#box').textContent()) ?? '';
  }

  it('has the panel above that frame, and Esc gives its cursor back', async () => {
    await openOverFrame();
    const frame = await page.locator('iframe').boundingBox();
    const place = await placeOfPanel(page);
    expect(place.top + place.height).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    expect(place.top).toBeGreaterThan(200);
    await pressAway(page, 'Escape');
    await gone();
    expect(await typed()).toBe('helloX world');
  });

  it('gets the picture, and keeps its cursor', async () => {
    await openOverFrame();
    await page.keyboard.press('Enter');
    await eventually(
      () => takenIn(framed()),
      (count) => count === 1,
    );
    await gone();
    expect(await takenIn(page.mainFrame())).toBe(0);
    expect(await typed()).toBe('helloX world');
  });
});

describe('a picture that the message box does not take', () => {
  it('is copied, and the page says so', async () => {
    await openPanel(deafChat);
    await page.keyboard.press('Enter');
    await eventually(() => !hasPanel(page), Boolean, 60_000);
    const [toast] = await eventually(
      () => toasts(page),
      (shown) => shown.length > 0,
    );
    expect(toast?.text).toMatch(/^Copied.* press Ctrl\+V.* none of the ways/);
    expect(await page.locator('#box').inputValue()).toBe('hello world');
  });
});

describe('the panel stands', () => {
  it('below a composer that has no room above', async () => {
    await openPanel(chatAtTheTop);
    const box = await page.locator('#box').boundingBox();
    expect((await placeOfPanel(page)).top).toBeGreaterThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
  });

  it('whole in a narrow window, with everything to be reached', async () => {
    const panel = await openPanel();
    await page.setViewportSize({ width: 380, height: 600 });
    const place = await eventually(
      () => placeOfPanel(page),
      ({ left, width }) => left + width <= 380,
    );
    expect(place).toMatchObject({ left: 8, width: 364 });
    expect(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const insert = await panel.getByRole('button', { name: /^Insert/ }).boundingBox();
    expect((insert?.y ?? 0) + (insert?.height ?? 0)).toBeLessThanOrEqual(place.top + place.height);
  });

  it('with its settings, in which clicks count as well', async () => {
    const panel = await openPanel();
    const mirror = panel.getByRole('switch', { name: 'Mirror the picture' });
    // A click counts once the pointer has been over the panel for a moment.
    await eventually(async () => {
      if ((await mirror.count()) === 0) await panel.getByRole('button', { name: 'Settings' }).click();
      return (await mirror.count()) > 0;
    });
    await eventually(async () => {
      await mirror.click();
      return !(await mirror.isChecked());
    });
    expect(await panel.getByRole('alert').count()).toBe(0);
    await page.keyboard.press('Escape');
    await mirror.waitFor({ state: 'detached' });
    expect(hasPanel(page)).toBe(true);
  });

  it('without fault for assistive technology', async () => {
    const panel = await openPanel();
    expect(await violations(panel)).toEqual([]);
  });
});

describe('C in the panel', () => {
  it('copies, gives the cursor back and says so in the page', async () => {
    await openPanel();
    await pressAway(page, 'Control+c');
    await gone();
    const [toast] = await eventually(
      () => toasts(page),
      (shown) => shown.length > 0,
    );
    expect(toast?.text).toMatch(/^Copied/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('box');
    await page.keyboard.press('Control+V');
    expect(await eventually(taken, (files) => files.length === 1)).toMatchObject([{ type: 'image/png' }]);
  });
});

describe("the camera's light goes out with the panel", () => {
  const ways: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['Esc', () => pressAway(page, 'Escape')],
    ['a click beside it', () => page.mouse.click(20, 20)],
    ['another page in the tab', () => page.goto(`${stage.origin}/another`)],
    // Playwright's pages all count as seen; a tab in the background says that this has changed.
    ['another tab in front', () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))],
    ['the page throwing it out', () => page.evaluate(() => document.querySelector('[popover]')?.remove())],
  ];
  it.each(ways)('%s', async (_, leave) => {
    await openPanel();
    await litUp();
    await leave();
    await dark();
    await gone();
  });
});

describe('a panel that the page covers', () => {
  it('turns the camera off after three seconds, and on again when it can be seen', async () => {
    await openPanel();
    await litUp();
    const opened = (await tracks()).length;
    await page.evaluate(() => {
      const veil = document.createElement('div');
      veil.id = 'veil';
      veil.setAttribute('popover', 'manual');
      veil.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;margin:0;background:#fff';
      document.body.append(veil);
      veil.showPopover();
    });
    await eventually(tracks, (states) => states.every((state) => state === 'ended'));
    expect(hasPanel(page)).toBe(true);
    await page.evaluate(() => document.querySelector('#veil')?.remove());
    await eventually(tracks, (states) => states.length > opened && states.includes('live'));
  });

  it.each([
    ['takes out of the top layer', () => document.querySelector<HTMLElement>('[popover]')?.hidePopover()],
    ['hides with all around it', () => document.documentElement.style.setProperty('display', 'none', 'important')],
  ])('or %s is gone, and its camera off', async (_, hide) => {
    await openPanel();
    await litUp();
    await page.evaluate(hide);
    await gone();
    await dark();
  });
});
