/** Who is none of Gurn's documents learns nothing: a content script's world, a hostile page, another extension. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { protocol } from '../../src/messages/protocol.ts';
import { eventually } from '../browser/support/eventually.ts';
import { startOffscreen, watchTracks } from '../browser/support/tracks.ts';
import { createWorld, type World } from '../browser/support/world.ts';
import { writeStranger } from './support/stranger.ts';

const LINES = ['gurn.live', 'gurn.live?for=index', 'gurn.import'];
const CHANNELS = ['gurn.preview', 'gurn.library'];

const envelopes = Object.entries(protocol).map(([name, { to }]) => ({ gurn: 1, to, name, request: {} }));
/** What a script in a page may ask: answers to what a toast or the panel offered, none of which tells it anything. */
const ASKED_BY_SCRIPTS = ['add.confirm', 'add.watch', 'panel.closed', 'teach.open'];

let folder: string;
let strange: string;
let world: World;
let page: Page;
let tracks: () => Promise<string[]>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gurn-strangers-'));
  strange = await writeStranger(folder);
  const both = `${resolve(process.env.GURN_DIST ?? 'dist')},${folder}`;
  world = await createWorld({ args: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] });
  page = world.page;
  await world.film([await world.picture('grin')]);
  tracks = await watchTracks(await startOffscreen(world.gurn));
  // Lends Gurn the tab, so that its script may run there.
  await world.gurn.clickToolbar(page);
  await world.gurn.closePopups();
  await eventually(tracks, (states) => states.every((state) => state === 'ended'));
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

/** No track was opened beyond those that were, and all are out. */
const cameraIsOut = async (): Promise<void> => {
  expect((await tracks()).filter((state) => state !== 'ended')).toEqual([]);
};

describe('a script in the world of content scripts', () => {
  /** Runs a function there, as a page that had broken into it could. */
  const inContentWorld = async <T>(name: keyof typeof probes, argument: unknown): Promise<T> => {
    const worker = await world.gurn.worker();
    return (await worker.evaluate(
      async ({ url, name, argument }) => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find((one) => one.url === url);
        const target = { tabId: tab?.id ?? -1 };
        const ask = async (messages: { name: string }[]): Promise<string[][]> =>
          Promise.all(
            messages.map(async (message) => {
              const reply = await chrome.runtime
                .sendMessage(message)
                .catch((error: Error) => ({ gone: error.message }));
              return [message.name, reply?.error?.code ?? (reply?.ok ? 'answered' : 'nobody')];
            }),
          );
        const listen = async (lines: string[]): Promise<string[]> =>
          Promise.all(
            lines.map(
              (name) =>
                new Promise<string>((resolve) => {
                  const port = chrome.runtime.connect({ name });
                  port.onMessage.addListener((message) => resolve(`${name} said ${JSON.stringify(message)}`));
                  port.onDisconnect.addListener(() => resolve(''));
                  port.postMessage({ type: 'watch', top: 3, camera: '' });
                  setTimeout(() => resolve(''), 2000);
                }),
            ),
          );
        const stores = async (): Promise<string[]> => {
          const databases = (await indexedDB.databases()).map((database) => database.name ?? '');
          const read = (area: 'local' | 'session') =>
            Promise.resolve(chrome.storage[area]?.get(null)).then(
              (all) => (all === undefined ? [] : [area]),
              () => [],
            );
          return [...databases, ...(await read('local')), ...(await read('session'))];
        };
        const func = { ask, listen, stores }[name] as (argument: unknown) => unknown;
        const [answer] = await chrome.scripting.executeScript({ target, func, args: [argument] });
        return answer?.result;
      },
      { url: page.url(), name, argument },
    )) as T;
  };
  const probes = { ask: 1, listen: 1, stores: 1 };

  it('is refused every request but the four that a toast and the panel need, and those without their proof', async () => {
    const answers = await inContentWorld<[name: string, code: string][]>('ask', envelopes);
    const forBackground = answers.filter(([name]) => protocol[name as keyof typeof protocol].to !== 'content');
    const refused = forBackground.filter(([, code]) => code === 'forbidden').map(([name]) => name);
    const others = forBackground.filter(([, code]) => code !== 'forbidden').map(([name]) => name);
    expect(others.toSorted()).toEqual(ASKED_BY_SCRIPTS);
    expect(refused.length).toBeGreaterThan(10);
    // This one needs no proof, and wakes the background: that is all.
    const answered = answers.filter(([, code]) => code === 'answered').map(([name]) => name);
    expect(answered).toEqual(['add.watch']);
  });

  it('hears nothing on the lines between Gurn’s documents, and does not switch the camera on', async () => {
    expect(await inContentWorld('listen', LINES)).toEqual(LINES.map(() => ''));
    await cameraIsOut();
  });

  it('finds neither library nor notes', async () => {
    expect(await inContentWorld('stores', null)).toEqual([]);
  });
});

describe('a hostile page', () => {
  it('has nothing to speak to Gurn with, and what it posts moves nothing', async () => {
    const [runtime, replies] = await page.evaluate(
      async ({ envelopes, channels }) => {
        const heard: unknown[] = [];
        addEventListener('message', ({ data, source }) => source !== window && heard.push(data));
        for (const message of envelopes) window.postMessage(message, '*');
        for (const name of channels) {
          const channel = new BroadcastChannel(name);
          channel.addEventListener('message', ({ data }) => heard.push(data));
          for (const message of envelopes) channel.postMessage(message);
          channel.postMessage({ type: 'removed', ids: ['a'.repeat(64)] });
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime, heard];
      },
      { envelopes, channels: CHANNELS },
    );
    expect(runtime).toBe('undefined');
    expect(replies).toEqual([]);
    await cameraIsOut();
  });

  it('sees no frame of the camera on the channel that Gurn’s own views see it on', async () => {
    await page.evaluate((names) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of names) new BroadcastChannel(name).addEventListener('message', () => heard.push(name));
    }, CHANNELS);
    const view = await world.gurn.context.newPage();
    await view.goto(world.gurn.url('src/popup/index.html?tab=1'));
    const frames = await view.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          let count = 0;
          new BroadcastChannel(name).addEventListener('message', () => {
            count += 1;
            if (count === 10) resolve(count);
          });
        }),
      CHANNELS[0] ?? '',
    );
    expect(frames).toBe(10);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await view.close();
    await eventually(tracks, (states) => states.every((state) => state === 'ended'));
  });

  it('can frame no page of Gurn’s, by its own address or by the passing one of the panel', async () => {
    const worker = await world.gurn.worker();
    const passing = await worker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () => chrome.runtime.getURL('src/pages/panel/index.html'),
      });
      return new URL(answer?.result ?? '').origin;
    }, page.url());
    expect(passing).not.toContain(world.gurn.id);
    const pages = ['popup', 'offscreen', 'pages/library', 'pages/welcome', 'pages/teach', 'pages/recovery'];
    const paths = pages.map((name) => `/src/${name}/index.html`);
    const addresses = [...paths, '/src/pages/panel/index.html'].map((path) => world.gurn.url(path));
    addresses.push(...paths.map((path) => `${passing}${path}`));
    await page.evaluate((sources) => {
      for (const src of sources) document.body.append(Object.assign(document.createElement('iframe'), { src }));
    }, addresses);
    await eventually(() => page.frames().length === addresses.length + 1);
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    await eventually(() => frames.every((frame) => frame.url().startsWith('chrome-error:')));
    await cameraIsOut();
  });
});

it('another extension gets no answer and no line', async () => {
  const stranger = await world.gurn.context.newPage();
  await stranger.goto(strange);
  const heard = await stranger.evaluate(
    async ({ id, envelopes, lines }) => {
      const replies = await Promise.all(
        envelopes.map((message) =>
          chrome.runtime.sendMessage(id, message).then(
            (reply: unknown) => JSON.stringify(reply ?? 'nothing'),
            (error: Error) => error.message,
          ),
        ),
      );
      const said = await Promise.all(
        lines.map(
          (name) =>
            new Promise<string>((resolve) => {
              const port = chrome.runtime.connect(id, { name });
              port.onMessage.addListener((message) => resolve(JSON.stringify(message)));
              port.onDisconnect.addListener(() => resolve(chrome.runtime.lastError?.message ?? 'hung up'));
              port.postMessage({ type: 'watch', top: 3, camera: '' });
            }),
        ),
      );
      return [...new Set([...replies, ...said])];
    },
    { id: world.gurn.id, envelopes, lines: LINES },
  );
  expect(heard).toEqual(['Could not establish connection. Receiving end does not exist.']);
  await stranger.close();
  await cameraIsOut();
});
