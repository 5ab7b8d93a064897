/** A browser with Gurn, a page that shows pictures, and the click on the menu. */
import type { Page } from 'playwright-core';
import { eventually, type Gurn, launchGurn } from '../support/extension.ts';
import { openSite, type Site } from './sites.ts';
import { buildVariant } from './variant.ts';

export interface StoredMeme {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly type: string;
  readonly size: number;
  readonly width: number;
  readonly height: number;
  readonly faces: number;
}

export interface Clicked {
  readonly srcUrl: string;
  readonly mediaType?: 'image' | 'video';
  /** The frame that the picture is in; the page itself unless told. */
  readonly framePath?: string;
}

export interface Stage {
  readonly gurn: Gurn;
  readonly page: Page;
  readonly home: Site;
  readonly elsewhere: Site;
  /** Shows this HTML as the home site's page and lends Gurn the tab, as a click of the person does. */
  show(body: string, headers?: Record<string, string>): Promise<void>;
  /** A click on "Add to Gurn". */
  choose(clicked: Clicked): Promise<void>;
  memes(): Promise<StoredMeme[]>;
  waiting(): Promise<number>;
  /** Kills the service worker and waits until it is gone. */
  killWorker(): Promise<void>;
  /** Some event, of any kind, starts the worker again. */
  wake(): Promise<void>;
  end(): Promise<void>;
}

/** `allowed`: Gurn may load from any site; else every request for permission is refused. */
export async function openStage(allowed: boolean, colorScheme: 'light' | 'dark' = 'light'): Promise<Stage> {
  const [home, elsewhere] = [await openSite(), await openSite()];
  const variant = await buildVariant(allowed ? ['http://127.0.0.1/*'] : []);
  const gurn = await launchGurn({ dist: variant.dist, colorScheme });
  const page = await gurn.context.newPage();
  const views = await gurn.context.newPage();
  await views.goto(gurn.url('manifest.json'));

  const lend = async (): Promise<void> => {
    await page.bringToFront();
    const { targetInfos } = await gurn.command<{ targetInfos: { targetId: string; url: string }[] }>(
      'Target.getTargets',
      { filter: [{ type: 'tab' }] },
    );
    const tab = targetInfos.find(({ url }) => url === page.url());
    if (!tab) throw new Error('the page has no tab');
    await gurn.command('Extensions.triggerAction', { id: gurn.id, targetId: tab.targetId });
  };

  return {
    gurn,
    page,
    home,
    elsewhere,
    async show(body, headers = {}) {
      home.on('/', (_, response) => {
        const html = `<!doctype html><meta charset="utf-8"><title>A page</title>${body}`;
        response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html);
      });
      await page.goto(`${home.origin}/`);
      await page.waitForLoadState('load');
      await lend();
    },
    async choose({ srcUrl, mediaType = 'image', framePath = '' }) {
      const url = page.url();
      await views.evaluate(wake);
      await (await gurn.worker()).evaluate(dispatchClick, { srcUrl, mediaType, url, framePath });
    },
    wake: () => views.evaluate(wake),
    memes: () => views.evaluate(readLibrary).then(({ memes }) => memes),
    waiting: () => views.evaluate(readLibrary).then(({ waiting }) => waiting),
    async killWorker() {
      const session = await gurn.context.newCDPSession(views);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await eventually(async () => {
        const { targetInfos } = await gurn.command<{ targetInfos: { type: string; url: string }[] }>(
          'Target.getTargets',
        );
        return !targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(gurn.id));
      });
    },
    async end() {
      await gurn.close();
      await variant.remove();
      await Promise.all([home.close(), elsewhere.close()]);
    },
  };
}

async function wake(): Promise<void> {
  await chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'none', request: {} });
}

async function dispatchClick(clicked: Required<Clicked> & { url: string }): Promise<void> {
  const active = await chrome.tabs.query({ active: true });
  const tab = active.find((one) => one.url === clicked.url) ?? active[0];
  const { url, srcUrl, mediaType, framePath } = clicked;
  // Which number a frame has, only a script that runs there learns.
  const target = { tabId: tab?.id ?? 0, allFrames: true };
  const frames =
    framePath === '' ? [] : await chrome.scripting.executeScript({ target, func: () => location.pathname });
  const frameId = frames.find(({ result }) => result === framePath)?.frameId ?? 0;
  const info = { menuItemId: 'add-picture', mediaType, srcUrl, frameId, pageUrl: url, editable: false };
  // Chromium's own bindings deliver events through this; a native menu cannot be clicked headless (native.ts does).
  const event = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object | undefined): void };
  event.dispatch(info, tab);
}

/** What the database holds, without making one where there is none. */
async function readLibrary(): Promise<{ memes: StoredMeme[]; waiting: number }> {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes('gurn')) return { memes: [], waiting: 0 };
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('gurn'));
  const tx = db.transaction(['memes', 'faces', 'inbox']);
  const all = (await done(tx.objectStore('memes').getAll())) as StoredMeme[];
  const owners = ((await done(tx.objectStore('faces').getAll())) as { meme: string }[]).map(({ meme }) => meme);
  const waiting = await done(tx.objectStore('inbox').count());
  db.close();
  const memes = all
    .filter(({ source }) => source !== 'starter')
    .map(({ id, name, source, type, size, width, height }) => {
      const faces = owners.filter((owner) => owner === id).length;
      return { id, name, source, type, size, width, height, faces };
    });
  return { memes, waiting };
}
