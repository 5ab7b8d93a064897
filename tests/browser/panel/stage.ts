/** A browser where Gurn is switched on for one site, a film of a grinning face, and hands for the shortcut. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { eventually, type LaunchOptions } from '../support/extension.ts';
import { createWorld, type World } from '../support/world.ts';

export const PANEL = 'src/pages/panel/index.html';

export interface PanelStage {
  readonly world: World;
  /** Switched on; nothing else is. */
  readonly origin: string;
  /** Another site, where Gurn is not switched on. */
  readonly elsewhere: string;
  /** Opens a page of the site that is switched on, unless told otherwise. */
  open(html: string, origin?: string): Promise<Page>;
  /** The event that the browser sends when the shortcut is pressed over this page; native.ts presses the real keys. */
  shortcut(page: Page): Promise<void>;
  /** Reloads the extension, as an update does. */
  reload(): Promise<void>;
  /** Switches exactly these sites on, as if the person had granted them. */
  switchOn(origins: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

/** The built extension, holding these origins from the start: nobody can answer the browser's question headless. */
async function buildVariant(hosts: readonly string[]): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-panel-'));
  await cp(resolve(process.env.GURN_DIST ?? 'dist'), dist, { recursive: true });
  const file = join(dist, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: hosts }));
  return dist;
}

async function serve(pages: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(new URL(url, 'http://local').pathname) ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

export async function openPanelStage(options: LaunchOptions = {}): Promise<PanelStage> {
  const pages = new Map<string, string>();
  const server = await serve(pages);
  const { port } = server.address() as AddressInfo;
  const origin = `http://on.test:${port}`;
  const elsewhere = `http://off.test:${port}`;
  const dist = await buildVariant(['http://on.test/*']);
  const world = await createWorld({ ...options, dist, args: [`--host-resolver-rules=MAP *.test 127.0.0.1:${port}`] });
  const { gurn } = world;
  await world.film([await world.picture('grin')]);

  const switchOn = async (origins: readonly string[]): Promise<void> => {
    const worker = await gurn.worker();
    await worker.evaluate((sites) => chrome.storage.local.set({ sites }), origins);
    await eventually(
      () => worker.evaluate(() => chrome.scripting.getRegisteredContentScripts()),
      (scripts) => JSON.stringify(scripts[0]?.matches ?? []) === JSON.stringify(origins),
    );
  };
  await switchOn(['http://on.test/*']);

  return {
    world,
    origin,
    elsewhere,
    switchOn,
    async reload() {
      // `runtime.reload` would end an extension that came by the command line.
      const next = gurn.context.waitForEvent('serviceworker');
      await gurn.command('Extensions.loadUnpacked', { path: dist });
      await next;
    },
    async open(html, at = origin) {
      const path = `/${pages.size}`;
      pages.set(path, `<!doctype html><meta charset="utf-8"><title>A page</title>${html}`);
      const page = await gurn.context.newPage();
      await page.goto(`${at}${path}`);
      return page;
    },
    async shortcut(page) {
      await page.bringToFront();
      const worker = await gurn.worker();
      await worker.evaluate(async (url) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((one) => one.url === url) ?? tabs.find(({ active }) => active);
        const event = chrome.commands.onCommand as unknown as { dispatch(command: string, tab: unknown): void };
        event.dispatch('open-matches', tab);
      }, page.url());
    },
    async end() {
      await world.end();
      server.close();
      await rm(dist, { recursive: true, force: true });
    },
  };
}

const isPanel = (frame: Frame): boolean => frame.url().startsWith('chrome-extension:') && frame.url().includes(PANEL);

/** The panel's frame, once it stands in the page. */
export const panelIn = (page: Page): Promise<Frame> =>
  eventually(() => page.frames().find(isPanel)).then((frame) => {
    if (!frame) throw new Error('there is no panel');
    return frame;
  });

export const hasPanel = (page: Page): boolean => page.frames().some(isPanel);

/**
 * Waits for matches where keys count. Frozen, so that they keep their places; Space counts only once the panel has stood
 * in sight for a moment.
 */
export async function frozen(page: Page, panel: Frame): Promise<Frame> {
  await panel.locator('[data-meme] img').first().waitFor({ timeout: 60_000 });
  const freeze = panel.locator('.freeze');
  await eventually(async () => {
    if ((await freeze.getAttribute('aria-pressed')) !== 'true') await page.keyboard.press('Space');
    return (await freeze.getAttribute('aria-pressed')) === 'true';
  });
  return panel;
}

/** Where the panel's host stands in the window. */
export const placeOfPanel = (page: Page): Promise<{ left: number; top: number; width: number; height: number }> =>
  page.evaluate(() => {
    const { left, top, width, height } = document.querySelector('[popover]')?.getBoundingClientRect() ?? new DOMRect();
    return { left, top, width, height };
  });

/**
 * Presses a key at which the panel goes. The driver waits for the word of the frame that had the key, and a frame that
 * goes with it may never give it.
 */
export async function pressAway(page: Page, key: string): Promise<void> {
  const pressed = page.keyboard.press(key);
  // Closing the page, later, is what ends it then.
  pressed.catch((error: unknown) => console.debug(`${key} was not confirmed`, error));
  await Promise.race([pressed, eventually(() => !hasPanel(page))]);
}
