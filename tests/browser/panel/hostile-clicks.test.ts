/** Whatever a page does to the panel, a click counts only where the person sees what they click. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { openSettled, settled } from './settled.ts';
import { hasPanel, openPanelStage, type PanelStage } from './stage.ts';
import { chat } from './stage-pages.ts';

let stage: PanelStage;
let page: Page;
let panel: Frame;
beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());
beforeEach(async () => {
  page = await stage.open(chat);
  panel = await openSettled(stage, page);
});
afterEach(() => page.close());

const middleOf = async (): Promise<readonly [x: number, y: number]> => {
  const box = await panel.locator('[data-meme]').first().boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 40];
};
const clickMeme = async (): Promise<void> => page.mouse.click(...(await middleOf()));
/** Clicks as a person does: the pointer has been there for a moment, and once more where that was too short. */
async function clickUntilTaken(): Promise<void> {
  await eventually(async () => {
    if (!(await isBusy())) await clickMeme();
    return isBusy();
  });
  await eventually(taken, (count) => count === 1);
}

const taken = (): Promise<number> => page.evaluate(() => (window as unknown as { taken: unknown[] }).taken.length);
const isBusy = (): Promise<boolean> => panel.evaluate(() => document.querySelector('.delivered, .match.busy') !== null);
/** Nothing was begun: an insertion shows at once that it is under way. */
const nothingHappens = async (): Promise<void> => {
  expect(await isBusy()).toBe(false);
  expect(await taken()).toBe(0);
};

describe('a click counts only where the person sees what they click', () => {
  it('not through something that the page lays over the panel', async () => {
    await page.evaluate(() => {
      const veil = document.createElement('div');
      veil.id = 'veil';
      veil.setAttribute('popover', 'manual');
      veil.style.cssText =
        'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none';
      document.body.append(veil);
      veil.showPopover();
    });
    await panel.getByRole('alert').waitFor();
    await clickMeme();
    await page.keyboard.press('Enter');
    await nothingHappens();
    await page.evaluate(() => document.querySelector('#veil')?.remove());
    await settled(page, panel);
    await clickUntilTaken();
  });

  it('not while the page moves the panel about, as it would to bring it under the pointer', async () => {
    await page.evaluate(() => {
      const box = document.querySelector<HTMLElement>('#box');
      let step = 0;
      const timer = setInterval(() => {
        if (box) box.style.bottom = `${160 + (step++ % 2)}px`;
        dispatchEvent(new Event('resize'));
      }, 50);
      Object.assign(window, { stopMoving: () => clearInterval(timer) });
    });
    await eventually(() => page.evaluate(() => document.querySelector<HTMLElement>('#box')?.style.bottom !== ''));
    await clickMeme();
    await nothingHappens();
    await page.evaluate(() => (window as unknown as { stopMoving(): void }).stopMoving());
    await settled(page, panel);
    await clickUntilTaken();
  });

  it('and no style of the page makes the panel unseen, shifts it or lets clicks fall through it', async () => {
    const before = await middleOf();
    const style = await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[popover]');
      if (!host) return undefined;
      const hide =
        'opacity:0!important;transform:translate(300px)!important;pointer-events:none!important;filter:blur(9px)';
      host.style.cssText = `${hide};display:none!important;clip-path:inset(50%)!important;z-index:-1!important`;
      host.animate([{ opacity: 0, transform: 'translate(300px)' }], { duration: 1e6, fill: 'both' });
      const { opacity, transform, pointerEvents, display, clipPath, filter } = getComputedStyle(host);
      return { opacity, transform, pointerEvents, display, clipPath, filter };
    });
    expect(style).toEqual({
      opacity: '1',
      transform: 'none',
      pointerEvents: 'auto',
      display: 'block',
      clipPath: 'none',
      filter: 'none',
    });
    expect(await middleOf()).toEqual(before);
  });

  it('not where the page takes the panel out of the top layer and shifts it under the pointer', async () => {
    const [x, y] = await middleOf();
    await page.mouse.move(x + 400, y);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('[popover]')?.hidePopover();
      document.documentElement.style.transform = 'translate(400px)';
    });
    await page.mouse.click(x + 400, y);
    await eventually(() => !hasPanel(page));
    expect(await taken()).toBe(0);
  });

  it('not in the first moments of a pointer over the panel, as when it was brought under it', async () => {
    await page.mouse.move(5, 5);
    await clickMeme();
    await nothingHappens();
    await clickUntilTaken();
  });

  it('nor by events of the page, which has no window to send them to', async () => {
    const [x, y] = await middleOf();
    await page.evaluate(
      ([left = 0, top = 0]) => {
        const options = { bubbles: true, composed: true, cancelable: true, clientX: left, clientY: top };
        const host = document.elementFromPoint(left, top);
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) {
          host?.dispatchEvent(new MouseEvent(type, options));
        }
        for (const key of ['Enter', '1']) host?.dispatchEvent(new KeyboardEvent('keydown', { key, ...options }));
      },
      [x, y],
    );
    await nothingHappens();
    expect(hasPanel(page)).toBe(true);
  });
});
