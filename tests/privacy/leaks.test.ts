/** Code that runs inside Gurn and wants to tell another machine what it sees: nothing arrives, no name is looked up. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from '../browser/support/eventually.ts';
import { startOffscreen } from '../browser/support/tracks.ts';
import { createWorld, type World } from '../browser/support/world.ts';
import { departures } from './support/attempts/departures.ts';
import { tryInDocument } from './support/attempts/document.ts';
import { DOMAIN, type Goal } from './support/attempts/goal.ts';
import { tryInWorker } from './support/attempts/worker.ts';
import { type Ears, openEars } from './support/ears.ts';
import { netLogArgs, readNetLog } from './support/net-log.ts';

const VIEWS = ['popup', 'pages/panel', 'pages/library', 'pages/welcome', 'pages/teach', 'pages/recovery'];

/** Of these a plain page's server hears. */
const HEARD = [
  'anchor',
  'anchor-drawn',
  'anchor-event',
  'anchor-from-within',
  'anchor-loose',
  'anchor-ping',
  'beacon',
  'blob-worker',
  'cache',
  'document-open',
  'embed',
  'events',
  'fetch',
  'font',
  'form',
  'frame',
  'identity',
  'image',
  'keepalive',
  'link-modulepreload',
  'link-prefetch',
  'link-preload',
  'link-stylesheet',
  'loose-image',
  'object',
  'open',
  'payment',
  'script',
  'socket',
  'sound',
  'style-background',
  'style-import',
  'svg-image',
  'video',
  'xhr',
];
/** Of these it hears nothing, but their names are looked up. */
const LOOKED_UP = [
  'custom-link',
  'existing-link',
  'html-link',
  'link-dns-prefetch',
  'link-preconnect',
  'packaged-link',
  'parsed-link',
  'sanitized-link',
  'transformed-link',
  'transport',
];

let world: World;
let ears: Ears;
let folder: string;
let log: string;
let camera: Target;
beforeAll(async () => {
  ears = await openEars();
  folder = await mkdtemp(join(tmpdir(), 'gurn-leaks-'));
  log = join(folder, 'net-log.json');
  world = await createWorld({ args: netLogArgs(log) });
  camera = await startOffscreen(world.gurn);
});
afterAll(async () => {
  await world.end();
  ears.close();
  await rm(folder, { recursive: true, force: true });
});

const goalOf = (who: string): Goal => ({ tcp: ears.tcp, udp: ears.udp, domain: `${who}.${DOMAIN}` });
/** What was heard of `who`. A packet, and a connection without a word, say not whose they are: they count always. */
const heardOf = (who: string): string[] =>
  [...ears.heard].filter((host) => !host.endsWith(DOMAIN) || host.endsWith(`.${who}.${DOMAIN}`));

const openView = async (path: string): Promise<Page> => {
  const page = await world.gurn.context.newPage();
  await page.goto(world.gurn.url(path));
  await page.waitForLoadState('load');
  return page;
};

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : address);

type Run = (expression: string) => Promise<unknown>;
const inCamera: Run = async (expression) => {
  const how = { expression, awaitPromise: true, returnByValue: true };
  return (await camera.send<{ result: { value: unknown } }>('Runtime.evaluate', how)).result.value;
};

/** Every departure alone; afterwards the document is where it was. */
async function depart(run: Run, who: string): Promise<void> {
  const home = await run('location.href');
  for (const [way, leave] of Object.entries(departures)) {
    await run(`(${leave})(${JSON.stringify(`http://${way}.${who}.${DOMAIN}:${ears.tcp}/`)})`);
    // One that is under way would be seen by the time that a picture of the next moment is drawn.
    await run('new Promise((resolve) => setTimeout(resolve, 100))');
    expect(await run('location.href'), way).toBe(home);
  }
}

describe('nothing arrives', () => {
  it('whatever the camera’s document tries', async () => {
    const refused = await camera.evaluate(tryInDocument, goalOf('camera'));
    expect(heardOf('camera'), refused.join('\n')).toEqual([]);
    await depart(inCamera, 'camera');
    expect(heardOf('camera')).toEqual([]);
  });

  it('whatever a view tries', async () => {
    const tried = VIEWS.map(async (name) => {
      const who = name.replace('/', '-');
      const page = await openView(`src/${name}/index.html`);
      const refused = await page.evaluate(tryInDocument, goalOf(who));
      expect(heardOf(who), `${name}\n${refused.join('\n')}`).toEqual([]);
      await depart((expression) => page.evaluate(expression), who);
      expect(heardOf(who), name).toEqual([]);
      await page.close();
    });
    await Promise.all(tried);
  });

  it('whatever one of their workers tries', async () => {
    const files = await readdir(resolve(process.env.GURN_DIST ?? 'dist', 'assets'));
    const workers = files.filter((file) => /-worker-.*\.js$/.test(file));
    expect(workers).toHaveLength(3);
    const page = await openView('src/pages/welcome/index.html');
    for (const [index, file] of workers.entries()) {
      const [worker] = await Promise.all([
        page.waitForEvent('worker'),
        page.evaluate((address) => void new Worker(address), `/assets/${file}`),
      ]);
      // The browser shows a worker before it has run its script.
      await eventually(() => worker.evaluate(() => typeof XMLHttpRequest === 'undefined'));
      const refused = await worker.evaluate(tryInWorker, goalOf(`worker-${index}`));
      expect(heardOf(`worker-${index}`), `${file}\n${refused.join('\n')}`).toEqual([]);
    }
    await page.close();
  });
});

/**
 * What a plain page gets through in a headless browser. `looked up` has left no more than its name; the others were
 * heard. Of the rest nothing was seen at all, so that of those Gurn's refusal proves nothing.
 */
it('though it would be heard: of a plain page it is', async () => {
  await world.page.evaluate(tryInDocument, goalOf('control'));
  expect(heardOf('control')).toContain('udp');
  // Pictures, fonts and the like of a page that new tabs cover are loaded when the browser finds the time.
  const unheard = () => HEARD.filter((way) => !ears.heard.has(`${way}.control.${DOMAIN}`));
  expect(await eventually(unheard, ({ length }) => length === 0).catch(unheard)).toEqual([]);
});

it('and Chromium’s own account has no request and no name that was looked up, but by a link that was there', async () => {
  await world.gurn.close();
  const { requests, lookups } = await readNetLog(log);
  const names = [...lookups, ...requests.map(({ address }) => address)].map((address) => hostOf(address));
  const ours = [...new Set(names)].filter((name) => name.endsWith(DOMAIN));
  const byControl = ours.filter((name) => name.endsWith(`.control.${DOMAIN}`));
  expect(byControl).toEqual(expect.arrayContaining(LOOKED_UP.map((way) => `${way}.control.${DOMAIN}`)));
  // See docs/privacy.md: the limits. Of the camera's document and of workers there is nothing.
  const known = VIEWS.map((name) => `existing-link.${name.replace('/', '-')}.${DOMAIN}`);
  expect(ours.filter((name) => !byControl.includes(name)).toSorted()).toEqual(known.toSorted());
});
