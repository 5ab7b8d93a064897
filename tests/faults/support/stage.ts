/** A browser with the probed Gurn, a page to write in and pictures to add, and hands to end what shall end. */
import { createHash } from 'node:crypto';
import type { Page, Worker } from 'playwright-core';
import type { LaunchOptions } from '../../../tools/driver/extension.ts';
import { openSite } from '../../browser/add/sites.ts';
import { eventually, type Gurn, listTargets } from '../../browser/support/extension.ts';
import { createWorld } from '../../browser/support/world.ts';
import { KEY } from '../probe/steps.ts';
import { CHAT } from './chat.ts';
import { type Held, readHeld } from './held.ts';
import { buildProbed, type Probed } from './probed.ts';
import { stopWorkers } from './stop-workers.ts';

export interface Picture {
  readonly url: string;
  /** The id that it has in the library. */
  readonly id: string;
}

export interface Stage {
  readonly gurn: Gurn;
  readonly probed: Probed;
  /** A page with a message box. */
  readonly page: Page;
  readonly address: string;
  /** An extension page that only serves to reach the extension. */
  readonly views: Page;
  /** A picture with one face (or none) that was there never before. */
  picture(kind?: 'face' | 'none'): Picture;
  /** A picture that begins to arrive and never ends. */
  neverEnding(): Picture;
  /** Lays a newer version over the one in use, as the browser does. */
  update(version: string): Promise<void>;
  /** The page as if just opened, with the cursor in its message box. */
  fresh(): Promise<void>;
  /** Any event: it starts the worker. */
  wake(): Promise<void>;
  worker(): Promise<Worker>;
  /** A worker that starts from now on counts its steps, and ends at this one. */
  armNextWorker(at: number): Promise<void>;
  stopWorker(): Promise<void>;
  /** The step at which the worker stands still; undefined when `settled` came first, and then the worker is ended. */
  standsBefore(settled: () => Promise<boolean>): Promise<string | undefined>;
  /** The steps that a worker has taken, once it takes no more. */
  stepsOf(worker: Worker): Promise<readonly string[]>;
  stopOffscreen(): Promise<void>;
  /** The ids of the documents with camera and models: one, or none. */
  offscreens(): Promise<readonly string[]>;
  /** Whether these documents have ended, or do within two seconds. */
  areGone(ids: ReadonlySet<string>): Promise<boolean>;
  held(): Promise<Held>;
  end(): Promise<void>;
}

/** Runs in the extension. */
const askNothing = async (): Promise<void> => {
  await chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'none', request: {} });
};

/** @param built the extension to load; a new copy unless told, which is then removed at the end */
export async function openStage(options: LaunchOptions = {}, built?: Probed): Promise<Stage> {
  const probed = built ?? (await buildProbed());
  const site = await openSite();
  site.set('/', 'text/html', CHAT);
  const world = await createWorld({ ...options, dist: probed.dist });
  const { gurn } = world;
  await world.film([await world.picture('grin')]);
  const pixels = { face: await world.picture('laugh'), none: await blank(world.page) };
  const openViews = async (): Promise<Page> => {
    const opened = await gurn.context.newPage();
    await opened.goto(gurn.url('manifest.json'));
    return opened;
  };
  let views = await openViews();
  const page = await gurn.context.newPage();
  let made = 0;

  const browser = gurn.context.browser();
  if (!browser) throw new Error('no browser to talk to');

  const stage: Stage = {
    gurn,
    probed,
    page,
    get views() {
      return views;
    },
    address: `${site.origin}/`,
    picture(kind = 'face') {
      made += 1;
      // Bytes after a JPEG's end are not looked at, and make it another file.
      const bytes = Buffer.concat([pixels[kind], Buffer.from(`number ${made}`)]);
      site.set(`/${made}.jpg`, 'image/jpeg', bytes);
      return { url: `${site.origin}/${made}.jpg`, id: createHash('sha256').update(bytes).digest('hex') };
    },
    neverEnding() {
      site.on('/slow.jpg', (_, response) => void response.writeHead(200).write('\xff\xd8\xff', 'latin1'));
      return { url: `${site.origin}/slow.jpg`, id: '' };
    },
    async update(version) {
      await probed.raiseVersion(version);
      // `runtime.reload` would end an extension that came by the command line.
      const next = gurn.context.waitForEvent('serviceworker');
      await gurn.command('Extensions.loadUnpacked', { path: probed.dist });
      await next;
      views = await openViews();
    },
    async fresh() {
      await page.goto(stage.address);
      await page.bringToFront();
      await page.locator('#box').click();
    },
    wake: () => views.evaluate(askNothing),
    async worker() {
      await stage.wake();
      return gurn.worker();
    },
    async armNextWorker(at) {
      await views.evaluate(([key, step]) => chrome.storage.session.set({ [key]: step }), [KEY, at] as const);
    },
    stopWorker: () => stopWorkers(gurn, views),
    async standsBefore(settled) {
      const end = await eventually(
        async () => ({ step: await standsAt(gurn), isSettled: await settled() }),
        ({ step, isSettled }) => step !== undefined || isSettled,
        90_000,
      );
      if (end.step !== undefined) return end.step;
      // The last steps come after the person was told.
      const late = await eventually(() => standsAt(gurn), Boolean, 1500).catch(() => undefined);
      // A worker that came to no such step would still end there, whenever it does, in the time of the next run.
      if (late === undefined) await stage.stopWorker();
      return late;
    },
    async stepsOf(worker) {
      const taken = () => worker.evaluate(() => [...globalThis.gurnProbe.steps.taken]);
      let last = await taken();
      return eventually(taken, (now) => {
        const same = now.length === last.length;
        last = now;
        return same;
      });
    },
    async stopOffscreen() {
      if (!(await gurn.hasOffscreen())) return;
      const { info } = await gurn.offscreen();
      await gurn.command('Target.closeTarget', { targetId: info.targetId });
      await eventually(
        () => gurn.hasOffscreen(),
        (there) => !there,
      );
    },
    async offscreens() {
      const targets = await listTargets(browser);
      return targets.filter(({ url }) => url === gurn.url('src/offscreen/index.html')).map(({ targetId }) => targetId);
    },
    async areGone(ids) {
      return eventually(stage.offscreens, (there) => !there.some((id) => ids.has(id)), 2000).then(
        () => true,
        () => false,
      );
    },
    held: () => views.evaluate(readHeld),
    async end() {
      await world.end();
      await site.close();
      if (!built) await probed.remove();
    },
  };
  return stage;
}

/** The step at which a worker stands still. */
async function standsAt({ context }: Gurn): Promise<string | undefined> {
  for (const worker of context.serviceWorkers()) {
    // One that has just gone has nothing to say.
    const at = await worker.evaluate(() => globalThis.gurnProbe?.steps.end).catch(() => undefined);
    if (at !== undefined) return at;
  }
  return undefined;
}

/** A picture in which nobody is. */
const blank = async (page: Page): Promise<Buffer> => {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
};
