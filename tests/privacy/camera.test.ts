/** The camera is on only while a view of Gurn is open, whatever ends the view: by the word of the operating system. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { writeFilm } from '../../tools/driver/camera.ts';
import { liveResult } from '../../tools/driver/live.ts';
import { listTargets, type Target, type TargetInfo } from '../../tools/driver/target.ts';
import { eventually } from '../browser/support/eventually.ts';
import { createWorld, type World } from '../browser/support/world.ts';
import { isFilmOpen } from './support/film-open.ts';

/** Milliseconds: a second is promised, and looking takes some. */
const PROMPTLY = 1_500;

async function openWorld(): Promise<World> {
  const opened = await createWorld({ film });
  await writeFilm(film, [await opened.picture('grin')]);
  return opened;
}

let folder: string;
let film: string;
let world: World;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gurn-light-'));
  film = join(folder, 'camera.mjpeg');
  world = await openWorld();
});
afterAll(async () => {
  await world.end();
  await rm(folder, { recursive: true, force: true });
});

const isOn = (): Promise<boolean> => isFilmOpen(film);
const goesOn = (): Promise<boolean> => eventually(isOn);
const goesOut = (): Promise<boolean> => eventually(isOn, (on) => !on, PROMPTLY);
afterEach(async () => {
  expect(await isOn()).toBe(false);
});

async function openPopup(): Promise<Target> {
  const popup = await world.gurn.clickToolbar(world.page);
  await liveResult(popup, 1);
  expect(await isOn()).toBe(true);
  return popup;
}

async function cameraDocuments(): Promise<TargetInfo[]> {
  const browser = world.gurn.context.browser();
  const targets = browser ? await listTargets(browser) : [];
  return targets.filter(({ url }) => url === world.gurn.url('src/offscreen/index.html'));
}

async function openTab(): Promise<Page> {
  const page = await world.gurn.context.newPage();
  await page.goto(world.gurn.url('src/popup/index.html?tab=1'));
  await goesOn();
  return page;
}

it('is off before a view is opened, on while it is, and off within a second of its end', async () => {
  expect(await isOn()).toBe(false);
  await openPopup();
  await world.gurn.closePopups();
  await goesOut();
});

it('does not stay on for a service worker that died', async () => {
  const popup = await openPopup();
  await popup.send('ServiceWorker.enable');
  await popup.send('ServiceWorker.stopAllWorkers');
  expect(await isOn()).toBe(true);
  await world.gurn.closePopups();
  await goesOut();
});

it('goes out with its document; a view that is open has it come back, and go out with the view', async () => {
  await openPopup();
  const { info } = await world.gurn.offscreen();
  await world.gurn.command('Target.closeTarget', { targetId: info.targetId });
  await eventually(
    cameraDocuments,
    (there) => there.length > 0 && there.every(({ targetId }) => targetId !== info.targetId),
  );
  await goesOn();
  await world.gurn.closePopups();
  await goesOut();
});

it('goes out when the window is closed that the view is in', async () => {
  const worker = await world.gurn.worker();
  const window = await worker.evaluate(
    async (url) => (await chrome.windows.create({ url }))?.id ?? -1,
    world.gurn.url('src/popup/index.html?tab=1'),
  );
  await goesOn();
  await worker.evaluate((id) => chrome.windows.remove(id), window);
  await goesOut();
});

it('goes out when the extension is loaded anew', async () => {
  // It takes the extension away: a second try begins with another.
  await world.end();
  world = await openWorld();
  await openTab();
  const worker = await world.gurn.worker();
  // A busy machine takes its time to begin; the light's second begins when the worker is gone.
  const gone = new Promise((resolve) => void worker.once('close', resolve));
  // The worker goes before it can answer.
  worker.evaluate(() => chrome.runtime.reload()).catch((error: Error) => console.debug('reloaded:', error.message));
  await gone;
  await goesOut();
});

it('goes out when the process of the view crashes', async () => {
  // The last test has taken the extension away, and Chromium ends one that crashed until the person starts it again.
  await world.end();
  world = await openWorld();
  const page = await openTab();
  const crashed = page.waitForEvent('crash');
  const session = await world.gurn.context.newCDPSession(page);
  // No answer comes: who would give it has crashed.
  session.send('Page.crash').catch((error: Error) => console.debug('crashed:', error.name));
  await crashed;
  await goesOut();
});
