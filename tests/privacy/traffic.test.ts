/** Everything that Gurn can do, with every byte of the browser's traffic on record: only what the person asked for is there. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium, sandboxArgs } from '../../tools/chromium.ts';
import { takeShot, writeFilm } from '../../tools/driver/camera.ts';
import { launchGurn } from '../../tools/driver/extension.ts';
import { shots } from '../../tools/driver/shots.ts';
import { type Internet, openInternet } from './support/internet.ts';
import { doEverything, visit } from './support/journey.ts';
import { type NetLog, netLogArgs, readNetLog } from './support/net-log.ts';
import { furnish, PICTURES, type Pictures, TEMPLATES } from './support/places.ts';
import { buildVariant } from './support/variant.ts';

/** How long the journey goes on: once through unless told otherwise, since each minute is a minute of everybody's tests. */
const MINUTES = Number(process.env.GURN_PRIVACY_MINUTES ?? 0);

/** What a person asked for: by a right-click, by a list of addresses, by imgflip's button. Nothing else may be there. */
const ASKED_FOR = [PICTURES.clicked, PICTURES.listed, TEMPLATES.list, TEMPLATES.picture];

interface Traffic {
  /** What came to the proxy. */
  readonly asked: readonly string[];
  readonly log: NetLog;
}

let folder: string;
let dist: string;
let pictures: Pictures;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gurn-privacy-'));
  dist = await buildVariant();
});
afterAll(async () => {
  for (const path of [folder, dist]) await rm(path, { recursive: true, force: true });
});

/** As Gurn's browser is started, but for Gurn. */
const launchBare = (args: readonly string[]): Promise<BrowserContext> =>
  chromium.launchPersistentContext(join(folder, 'bare'), {
    executablePath: findChromium(),
    headless: false,
    args: [
      ...sandboxArgs(),
      '--headless=new',
      '--disable-background-networking',
      '--disable-component-update',
      ...args,
    ],
  });

const picture = (page: Page, name: keyof typeof shots): Promise<Buffer> => takeShot(page, shots[name]);

async function record(run: (internet: Internet, args: readonly string[]) => Promise<void>): Promise<Traffic> {
  const internet = await openInternet();
  const file = join(folder, 'net-log.json');
  await run(internet, [...internet.args, ...netLogArgs(file)]);
  await internet.close();
  return { asked: internet.asked.map(({ method, address }) => `${method} ${address}`), log: await readNetLog(file) };
}

/** What the browser does by itself, on the same page, with the same switches. */
const withoutGurn = (): Promise<Traffic> =>
  record(async (internet, args) => {
    const browser = await launchBare(args);
    const page = await browser.newPage();
    pictures = {
      clicked: await picture(page, 'astonished'),
      listed: await picture(page, 'calm'),
      template: await picture(page, 'pout'),
      file: await picture(page, 'grin'),
    };
    await writeFilm(join(folder, 'camera.mjpeg'), [await picture(page, 'laugh')]);
    furnish(internet, pictures);
    await visit(page);
    await browser.close();
  });

const withGurn = (): Promise<Traffic> =>
  record(async (internet, args) => {
    furnish(internet, pictures);
    const gurn = await launchGurn({ dist, args, film: join(folder, 'camera.mjpeg') });
    const worker = await gurn.worker();
    await worker.evaluate(() => chrome.storage.local.set({ sites: ['http://chat.test/*'] }));
    const chat = await gurn.context.newPage();
    const until = Date.now() + MINUTES * 60_000;
    do await doEverything(gurn, chat, pictures, internet);
    while (Date.now() < until);
    await gurn.close();
  });

/** Chromium asks its maker for news of itself, whatever switches say (`launchGurn` has those that help). */
const BROWSERS_OWN = /(^|\.)(google|googleapis|gvt1)\.com$/;

/** The host of `GET http://host/path`, `CONNECT host:443`, `host:443` or `http://host`. */
function hostOf(text: string): string {
  const address = text.replace(/^[A-Z]+ /, '');
  return new URL(address.includes('://') ? address : `http://${address}`).hostname;
}

const unasked = (after: readonly string[], before: readonly string[], asked: readonly string[]): string[] =>
  [...new Set(after)].filter((one) => !before.includes(one) && !asked.includes(one) && !BROWSERS_OWN.test(hostOf(one)));

it('nothing is asked for but what the person asked for', { timeout: 170_000 + MINUTES * 60_000 }, async () => {
  const before = await withoutGurn();
  const after = await withGurn();
  const asked = ASKED_FOR.map((address) => `GET ${address}`);
  expect(after.asked).toEqual(expect.arrayContaining(asked));
  expect(unasked(after.asked, before.asked, asked)).toEqual([]);

  // Chromium's own account: what went past the proxy would be here.
  const ours = after.log.requests.filter(({ by }) => by?.startsWith('chrome-extension:'));
  const abroad = ours.map(({ address }) => address).filter((address) => /^(https?|wss?):/.test(address));
  expect(new Set(abroad)).toEqual(new Set(ASKED_FOR));
  const places = ASKED_FOR.map((address) => new URL(address).origin);
  expect(unasked(after.log.lookups, before.log.lookups, places)).toEqual([]);
  const outside = (sockets: readonly string[]): string[] =>
    sockets.filter((socket) => !/^127\.0\.0\.1:|:53$/.test(socket));
  expect(unasked(outside(after.log.sockets), before.log.sockets, [])).toEqual([]);
});
