/** A browser with Gurn, its library page, a site that speaks imgflip's JSON, and pictures that are all different. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { IMGFLIP_LIST, IMGFLIP_PICTURES } from '../../../src/library/importers/imgflip.ts';
import type { ImportItem, Meme } from '../../../src/library/schema.ts';
import { memesIn } from '../../../tools/driver/library.ts';
import { photograph } from '../add/photograph.ts';
import { openSite, type Site } from '../add/sites.ts';
import { eventually, type Gurn, launchGurn } from '../support/extension.ts';

export interface Stage {
  gurn: Gurn;
  readonly site: Site;
  /** A folder for pictures, emptied at the end. */
  readonly folder: string;
  /** Opens the section in which pictures are brought in. */
  open(): Promise<Page>;
  /** Memes that are no starter stickers. */
  memes(): Promise<Meme[]>;
  items(): Promise<ImportItem[]>;
  killWorker(): Promise<void>;
  killOffscreen(): Promise<void>;
  /** Closes the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  end(): Promise<void>;
}

/** The built extension, with leave to load from this machine's number (not its name), and its own imgflip there. */
async function variantFor(site: Site): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-import-dist-'));
  await cp(resolve(process.env.GURN_DIST ?? 'dist'), dist, { recursive: true });
  const manifest = join(dist, 'manifest.json');
  const hosts = { host_permissions: ['http://127.0.0.1/*'] };
  await writeFile(manifest, JSON.stringify({ ...JSON.parse(await readFile(manifest, 'utf8')), ...hosts }));
  const assets = join(dist, 'assets');
  for (const name of await readdir(assets)) {
    if (!name.endsWith('.js')) continue;
    const text = await readFile(join(assets, name), 'utf8');
    const local = text
      .replaceAll(IMGFLIP_LIST, `${site.origin}/get_memes`)
      .replaceAll(IMGFLIP_PICTURES, `${site.origin}/*`);
    if (local !== text) await writeFile(join(assets, name), local);
  }
  return dist;
}

export async function openStage(): Promise<Stage> {
  const site = await openSite();
  const dist = await variantFor(site);
  const profile = await mkdtemp(join(tmpdir(), 'gurn-import-profile-'));
  const folder = await mkdtemp(join(tmpdir(), 'gurn-import-pictures-'));
  const launch = (): Promise<Gurn> => launchGurn({ dist, profile });

  const stage: Stage = {
    gurn: await launch(),
    site,
    folder,
    async open() {
      const page = await stage.gurn.context.newPage();
      await page.goto(stage.gurn.url('src/pages/library/index.html#bring-in'));
      await page.getByRole('button', { name: 'Choose files' }).waitFor();
      return page;
    },
    memes: async () => (await memesIn(stage.gurn)).filter(({ source }) => source !== 'starter'),
    items: async () => {
      const page = await stage.gurn.context.newPage();
      await page.goto(stage.gurn.url('manifest.json'));
      const items = await page.evaluate(readItems);
      await page.close();
      return items;
    },
    async killWorker() {
      const page = await stage.gurn.context.newPage();
      const session = await stage.gurn.context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
      await page.close();
    },
    async killOffscreen() {
      const { info } = await stage.gurn.offscreen();
      await stage.gurn.command('Target.closeTarget', { targetId: info.targetId });
    },
    async restart() {
      await stage.gurn.close();
      stage.gurn = await launch();
    },
    async end() {
      await stage.gurn.close();
      await site.close();
      for (const path of [dist, profile, folder]) await rm(path, { recursive: true, force: true });
    },
  };
  return stage;
}

/** Runs in a page of the extension. */
async function readItems(): Promise<ImportItem[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('gurn'));
  const items: ImportItem[] = await done(db.transaction('importItems').objectStore('importItems').getAll());
  db.close();
  return items.map(({ blob: _, ...item }) => item);
}

interface Drawn {
  readonly width: number;
  readonly type?: 'image/jpeg' | 'image/webp' | 'image/png';
  /** Which photograph (1 to 6), and which part of it: another number, another picture. */
  readonly seed: number;
}

/** Runs in a page: a part of a photograph, base64. */
async function cut({ photo, x, y, width, type }: { photo: string; x: number; y: number; width: number; type: string }) {
  const bitmap = await createImageBitmap(await (await fetch(photo)).blob());
  const height = Math.round(width * 0.75);
  const part = Math.min(bitmap.width, (bitmap.height * 4) / 3) * 0.5;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const [left, top] = [x * (bitmap.width - part), y * (bitmap.height - part * 0.75)];
  canvas.getContext('2d')?.drawImage(bitmap, left, top, part, part * 0.75, 0, 0, width, height);
  return canvas.toDataURL(type, 0.85).split(',')[1] ?? '';
}

/** Draws pictures, in a page of their own that may read data: addresses. */
export async function draw({ gurn }: Stage, pictures: readonly Drawn[]): Promise<Buffer[]> {
  const page = await gurn.context.newPage();
  const drawn: Buffer[] = [];
  for (const { seed, width, type = 'image/jpeg' } of pictures) {
    const photo = `data:image/jpeg;base64,${(await photograph((seed % 6) + 1)).toString('base64')}`;
    const nth = Math.floor(seed / 6);
    const [x, y] = [(nth % 3) / 2, (Math.floor(nth / 3) % 3) / 2];
    drawn.push(Buffer.from(await page.evaluate(cut, { photo, x, y, width, type }), 'base64'));
  }
  await page.close();
  return drawn;
}

/** The newest import on the page. */
export const card = (page: Page): Locator => page.locator('article.import').first();

/** Waits until the newest import has ended and its report is there, and gives what is said of it. */
export async function ended(page: Page, timeout = 60_000): Promise<string> {
  await eventually(
    () => card(page).textContent(),
    (text) => /All done|Cancelled/.test(text ?? '') && (text ?? '').includes('Save report'),
    timeout,
  );
  return (await card(page).textContent()) ?? '';
}
