/** The whole job in Firefox, the way a person does it: add a picture, make a face, press Enter. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveDemo } from '../../tools/demo-server.ts';
import { type Staged, stageCamera } from '../../tools/driver/firefox/camera.ts';
import { builtExtension, type FirefoxGurn, launchFirefox } from '../../tools/driver/firefox/extension.ts';
import { memesIn } from '../../tools/driver/firefox/library.ts';
import type { InPopup } from '../../tools/driver/firefox/popup.ts';
import { eventually } from '../browser/support/eventually.ts';
import { chooseAddToGurn } from './support/menu.ts';
import { pictureOf } from './support/picture.ts';
import { toastsIn } from './support/toasts.ts';

const ATTACHMENT = '[data-chat=discord-like] [data-attachment]';
const COMPOSER = '[data-chat=discord-like] [role=textbox]';

let demo: Awaited<ReturnType<typeof serveDemo>>;
let camera: Staged;
let gurn: FirefoxGurn;
let page: Page;

beforeAll(async () => {
  demo = await serveDemo();
  camera = await stageCamera(builtExtension());
  gurn = await launchFirefox({ dist: camera.dist });
  page = await gurn.open(`${demo.origin}/`);
});
afterAll(async () => {
  await gurn?.close();
  await camera?.remove();
  await demo.close();
});

it('says in its manifest that no data is collected, and asks for no page at installation', async () => {
  const manifest = JSON.parse(await readFile(join(camera.dist, 'manifest.json'), 'utf8'));
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  expect(manifest.permissions).not.toContain('offscreen');
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
});

it('opens the welcome page at installation, with the starter stickers in the library', async () => {
  const addresses = 'gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec).join(" ")';
  const welcome = gurn.url('src/pages/welcome/index.html');
  // One is the tests' own.
  await eventually(async () => String(await gurn.window.evaluate(addresses)).split(welcome).length === 3);
  await eventually(
    () => memesIn(gurn.backstage),
    (memes) => memes.length > 100,
  );
});

it('finds a right-clicked picture by the face it wears, and puts its bytes into the message', async () => {
  const jpeg = await pictureOf(gurn, 'grin');
  const id = createHash('sha256').update(jpeg).digest('hex');
  await chooseAddToGurn(gurn, page, `data:image/jpeg;base64,${jpeg.toString('base64')}`);
  await eventually(
    () => memesIn(gurn.backstage),
    (memes) => memes.some((meme) => meme.id === id),
    60_000,
  );
  await eventually(
    () => toastsIn(gurn, page),
    (toasts) => toasts?.position === 'fixed' && toasts.text.includes('Added'),
  );

  await page.bringToFront();
  await page.click(COMPOSER);
  await page.keyboard.type('look at this');
  await camera.show(await pictureOf(gurn, 'laugh'));
  const popup = await gurn.clickToolbar(page);
  await eventually(
    () => popup.evaluate(({ document }) => document.querySelector('.match')?.getAttribute('data-meme')),
    (best) => best === id,
    60_000,
  );
  await popup.press('Enter');
  await page.waitForSelector(ATTACHMENT);
  const attachments = await page.$$eval(ATTACHMENT, (all) => all.map((one) => ({ ...(one as HTMLElement).dataset })));
  expect(attachments).toMatchObject([{ attachment: 'pending', sha256: id, type: 'image/jpeg' }]);
  expect(await page.$eval(COMPOSER, (composer) => composer.textContent)).toContain('look at this');
  await eventually(
    () => memesIn(gurn.backstage),
    (memes) => memes.some((meme) => meme.id === id && meme.used.count === 1),
  );
});

it('uses the camera while the popup is open, and not a second longer', async () => {
  await gurn.closePopups();
  const popup = await gurn.clickToolbar(page);
  const keepTrack: InPopup<[], string | undefined> = ({ frames }) => {
    const [track] = (frames[0] as unknown as { tracks?: MediaStreamTrack[] } | undefined)?.tracks ?? [];
    Object.assign(globalThis, { track });
    return track?.readyState;
  };
  await eventually(
    () => popup.evaluate(keepTrack),
    (state) => state === 'live',
    60_000,
  );
  await gurn.closePopups();
  // A track of a document that is gone can no longer be asked.
  const state = (): Promise<string> =>
    gurn.backstage.evaluate(() => (globalThis as unknown as { track: MediaStreamTrack }).track.readyState);
  await eventually(
    () => state().catch((error: unknown) => (/dead object/.test(String(error)) ? 'ended' : 'unknown')),
    (now) => now === 'ended',
    1_000,
  );
});
