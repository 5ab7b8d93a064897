/** A page that knows how Gurn works and wants more of it than it should get. */
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../support/extension.ts';
import { hasPanel, openPanelStage, type PanelStage, panelIn, pressAway } from './stage.ts';
import { chat } from './stage-pages.ts';

const PANEL = 'src/pages/panel/index.html';

let stage: PanelStage;
let page: Page;
beforeAll(async () => {
  stage = await openPanelStage();
});
afterAll(() => stage.end());
afterEach(() => page.close());

async function openPanel(): Promise<Frame> {
  page = await stage.open(chat);
  await page.locator('#box').click();
  await stage.shortcut(page);
  const panel = await panelIn(page);
  await panel.locator('[data-meme] img').first().waitFor({ timeout: 60_000 });
  await settled(panel);
  return panel;
}

/** Freezing is harmless and takes a guarded key like any other, so it tells when keys and clicks count. */
async function settled(panel: Frame): Promise<void> {
  const freeze = panel.locator('.freeze');
  const before = await freeze.getAttribute('aria-pressed');
  await eventually(async () => {
    await page.keyboard.press('Space');
    return (await freeze.getAttribute('aria-pressed')) !== before;
  });
}

const middleOf = async (panel: Frame): Promise<readonly [x: number, y: number]> => {
  const box = await panel.locator('[data-meme]').first().boundingBox();
  return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 40];
};
const clickMeme = async (panel: Frame): Promise<void> => page.mouse.click(...(await middleOf(panel)));
/** Clicks as a person does: the pointer has been there for a moment, and once more where that was too short. */
async function clickUntilTaken(panel: Frame): Promise<void> {
  await eventually(async () => {
    if (!(await isBusy(panel))) await clickMeme(panel);
    return isBusy(panel);
  });
  await eventually(taken, (count) => count === 1);
}

const taken = (): Promise<number> => page.evaluate(() => (window as unknown as { taken: unknown[] }).taken.length);
const isBusy = (panel: Frame): Promise<boolean> =>
  panel.evaluate(() => document.querySelector('.delivered, .match.busy') !== null);
/** Nothing was begun: an insertion shows at once that it is under way. */
const nothingHappens = async (panel: Frame): Promise<void> => {
  expect(await isBusy(panel)).toBe(false);
  expect(await taken()).toBe(0);
};

/** The address under which the panel can be framed now: a page cannot learn it, so a test has to give it away. */
async function passingAddress(): Promise<string> {
  const worker = await stage.world.gurn.worker();
  return worker.evaluate(
    async ({ url, path }) => {
      const [tab] = await chrome.tabs.query({ url });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: (file: string) => chrome.runtime.getURL(file),
        args: [path],
      });
      return answer?.result ?? '';
    },
    { url: 'http://on.test/*', path: PANEL },
  );
}

describe('a page cannot open the panel', () => {
  it('with keys, clicks and messages that it makes up', async () => {
    page = await stage.open(chat);
    await page.locator('#box').click();
    await page.evaluate(() => {
      const keys = { key: 'M', code: 'KeyM', altKey: true, shiftKey: true, bubbles: true, composed: true };
      for (const target of [window, document, document.activeElement]) {
        for (const type of ['keydown', 'keypress', 'keyup']) target?.dispatchEvent(new KeyboardEvent(type, keys));
      }
      const request = { gurn: 1, to: 'content', name: 'panel.open', request: { secret: crypto.randomUUID?.() ?? '' } };
      window.postMessage(request, '*');
      document.dispatchEvent(new CustomEvent('panel.open', { detail: request }));
    });
    // The real event afterwards opens exactly one: the made-up ones would have toggled it.
    await stage.shortcut(page);
    await panelIn(page);
    expect(page.frames()).toHaveLength(2);
    expect(await page.evaluate(() => typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime)).toBe(
      'undefined',
    );
  });

  it('with the panel’s address, were it to learn it: what it frames stays empty, deaf and dark', async () => {
    page = await stage.open(chat);
    const address = await passingAddress();
    expect(address).not.toContain(stage.world.gurn.id);
    await page.evaluate((src) => {
      const frame = Object.assign(document.createElement('iframe'), { src });
      frame.addEventListener('load', () => {
        for (const secret of [crypto.randomUUID?.(), '6f2d1c1e-6d0a-4a52-9c1e-0a6a5f4f2b11']) {
          frame.contentWindow?.postMessage({ gurnPanelSecret: secret }, '*');
        }
      });
      document.body.append(frame);
    }, address);
    const framed = await panelIn(page);
    await eventually(() => framed.evaluate(() => document.body.textContent?.includes('only by its shortcut')));
    const answers = await framed.evaluate(async () => {
      const ask = (name: string, request: object) =>
        chrome.runtime.sendMessage({ gurn: 1, to: 'background', name, request });
      const meme = 'a'.repeat(64);
      const replies = await Promise.all([
        ask('engine.ensure', {}),
        ask('panel.picture', { meme }),
        ask('panel.file', { meme }),
        ask('panel.about', { meme }),
        ask('panel.insert', { id: crypto.randomUUID(), meme }),
        ask('panel.save', { top: 100 }),
        ask('insert', { id: crypto.randomUUID(), meme, tab: 1 }),
      ]);
      return replies.map((reply: { error?: { code: string } }) => reply.error?.code);
    });
    expect(answers).toEqual(Array.from({ length: 7 }, () => 'forbidden'));
    expect(await framed.locator('[data-meme], canvas').count()).toBe(0);
  });

  it('and in the open panel’s place its own instance of it watches nothing', async () => {
    const panel = await openPanel();
    const address = await passingAddress();
    await pressAway(page, 'Escape');
    await eventually(() => !hasPanel(page));
    expect(panel.isDetached()).toBe(true);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, address);
    const framed = await panelIn(page);
    // What is asked of a frame that is still loading never answers.
    await eventually(() => framed.evaluate(() => document.readyState === 'complete'));
    // Without it nobody hangs up: a line to no document stays silent.
    await stage.world.gurn.offscreen();
    const hungUp = await framed.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const port = chrome.runtime.connect({ name: 'gurn.live' });
          port.onDisconnect.addListener(() => resolve(true));
          port.onMessage.addListener(() => resolve(false));
          port.postMessage({ type: 'watch', top: 3, camera: '' });
        }),
    );
    expect(hungUp).toBe(true);
  });
});

/** Every sort of file that the build has, by its path in the package; of the many stickers and icons a few. */
async function builtFiles(): Promise<string[]> {
  const dist = resolve(process.env.GURN_DIST ?? 'dist');
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dist.length + 1));
  const stickers = files.filter((file) => file.startsWith('starter/'));
  return [...files.filter((file) => !file.startsWith('starter/')), ...stickers.slice(0, 3)];
}

describe('a page cannot find Gurn', () => {
  it('where it is not switched on, by any file of the package', async () => {
    page = await stage.open(chat, stage.elsewhere);
    const base = `chrome-extension://${stage.world.gurn.id}`;
    const files = await builtFiles();
    expect(files).toContain('manifest.json');
    expect(files).toContain(PANEL);
    const found = await page.evaluate(
      async ({ root, names }) => {
        const seen: string[] = [];
        for (const file of names) {
          const url = `${root}/${file}`;
          await fetch(url).then(
            () => seen.push(`fetch ${file}`),
            () => undefined,
          );
          const tag = /\.js$/.test(file) ? 'script' : 'img';
          const element = Object.assign(document.createElement(tag), { src: url });
          const loaded = new Promise((resolve) => {
            element.onload = () => resolve(true);
            element.onerror = () => resolve(false);
          });
          document.body.append(element);
          if (await loaded) seen.push(`${tag} ${file}`);
        }
        return seen;
      },
      { root: base, names: files },
    );
    expect(found).toEqual([]);
    await page.evaluate((root) => {
      for (const file of ['src/pages/panel/index.html', 'src/popup/index.html']) {
        document.body.append(Object.assign(document.createElement('iframe'), { src: `${root}/${file}` }));
      }
    }, base);
    await eventually(() => page.frames().length === 3);
    await eventually(() => page.frames().every((frame) => !frame.url().startsWith(base)));
  });

  it('or look into the panel where it is: no window, no address, no tree, no entry of its loading', async () => {
    await openPanel();
    const seen = await page.evaluate(() => {
      const host = document.querySelector('[popover]');
      return {
        frames: window.length,
        tree: host?.shadowRoot ?? null,
        inside: host?.innerHTML,
        loaded: performance.getEntries().filter(({ name }) => name.startsWith('chrome-extension:')).length,
      };
    });
    expect(seen).toEqual({ frames: 0, tree: null, inside: '', loaded: 0 });
  });
});

describe('a click counts only where the person sees what they click', () => {
  it('not through something that the page lays over the panel', async () => {
    const panel = await openPanel();
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
    await clickMeme(panel);
    await page.keyboard.press('Enter');
    await nothingHappens(panel);
    await page.evaluate(() => document.querySelector('#veil')?.remove());
    await settled(panel);
    await clickUntilTaken(panel);
  });

  it('not while the page moves the panel about, as it would to bring it under the pointer', async () => {
    const panel = await openPanel();
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
    await clickMeme(panel);
    await nothingHappens(panel);
    await page.evaluate(() => (window as unknown as { stopMoving(): void }).stopMoving());
    await settled(panel);
    await clickUntilTaken(panel);
  });

  it('and no style of the page makes the panel unseen, shifts it or lets clicks fall through it', async () => {
    const panel = await openPanel();
    const before = await middleOf(panel);
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
    expect(await middleOf(panel)).toEqual(before);
  });

  it('not where the page takes the panel out of the top layer and shifts it under the pointer', async () => {
    const panel = await openPanel();
    const [x, y] = await middleOf(panel);
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
    const panel = await openPanel();
    await page.mouse.move(5, 5);
    await clickMeme(panel);
    await nothingHappens(panel);
    await clickUntilTaken(panel);
  });

  it('nor by events of the page, which has no window to send them to', async () => {
    const panel = await openPanel();
    const [x, y] = await middleOf(panel);
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
    await nothingHappens(panel);
    expect(hasPanel(page)).toBe(true);
  });
});

it('a panel that the page takes out and puts back is empty', async () => {
  const panel = await openPanel();
  await page.evaluate(() => {
    const host = document.querySelector('[popover]');
    host?.remove();
    if (!(host instanceof HTMLElement)) return;
    document.body.append(host);
    host.showPopover();
  });
  await eventually(() => panel.isDetached());
  const again = await panelIn(page);
  await again.waitForLoadState('load');
  expect(await again.locator('canvas, [data-meme]').count()).toBe(0);
});
