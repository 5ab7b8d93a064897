/** A browser with the rig, pages to insert into, and the way a person does it: toolbar click, popup, one meme. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { InsertReport } from '../../../../src/messages/payloads.ts';
import { serveDemo } from '../../../../tools/demo-server.ts';
import { eventually, type Gurn, launchGurn, type Target, type TargetInfo } from '../../support/extension.ts';
import type { Hands } from './background.ts';
import { buildFixtures, buildRig, copyDemo } from './build.ts';
import type { Sample } from './samples.ts';

export interface Rig {
  readonly gurn: Gurn;
  readonly origin: string;
  open(path: string): Promise<Page>;
  /** Puts a file into the library; returns its id. */
  add(sample: Sample): Promise<string>;
  /** Clicks the toolbar over the page and asks `times` times at once for the same insertion. */
  insert(page: Page, meme: string, times?: number): Promise<InsertReport[]>;
  /** Asks from a popup that is open. `maySend`: the user has agreed to a chat that sends at once; `id`: of the request. */
  ask(popup: Target, meme: string, options?: { maySend?: boolean; id?: string }): Promise<InsertReport>;
  /** The account of the last insertion; '' when there is none. */
  account(): Promise<string>;
  /** Puts a file of so many bytes into the library, made where it is kept. */
  addLarge(size: number): Promise<string>;
  /** Ends the service worker, as the browser does, and waits until it is gone. */
  endWorker(popup: Target): Promise<void>;
  usesOf(meme: string): Promise<number>;
  /** Switches sites on as if the user had granted them; they are among the rig's `hosts`. */
  switchOn(origins: readonly string[]): Promise<void>;
  /** Reloads the extension, as an update does: scripts in open pages become orphans. */
  reload(): Promise<void>;
  end(): Promise<void>;
}

type WithHands = typeof globalThis & { hands: Hands };

/** Sends one `insert` for the tab in front, as the popup does. */
const askInPopup = async (meme: string, times: number, maySend: boolean, id: string): Promise<unknown[]> => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const request = { gurn: 1, to: 'background', name: 'insert', request: { id, meme, tab: tab?.id, maySend } };
  return Promise.all(Array.from({ length: times }, () => chrome.runtime.sendMessage(request)));
};

interface Reply {
  readonly ok: boolean;
  readonly value?: InsertReport;
  readonly error?: { readonly message: string };
}

function reportOf(reply: unknown): InsertReport {
  const { ok, value, error } = reply as Reply;
  if (!ok || !value) throw new Error(error?.message ?? 'no answer');
  return value;
}

/** @param hosts Match patterns that the rig may enter without a click. */
export async function startRig(hosts: readonly string[] = []): Promise<Rig> {
  const folder = await mkdtemp(join(tmpdir(), 'gurn-rig-'));
  const site = join(folder, 'site');
  await buildRig(join(folder, 'extension'), hosts);
  await buildFixtures(site);
  await copyDemo(site);
  const server = await serveDemo(0, site);
  const gurn = await launchGurn({ dist: join(folder, 'extension') });

  return {
    gurn,
    origin: server.origin,
    async open(path) {
      const page = await gurn.context.newPage();
      await page.goto(`${server.origin}/${path}`);
      return page;
    },
    async add({ name, type, bytes }) {
      const worker = await gurn.worker();
      const sent = { name, type, base64: bytes.toString('base64') };
      return worker.evaluate(
        (file) => (globalThis as WithHands).hands.addMeme(file.name, file.type, file.base64),
        sent,
      );
    },
    async insert(page, meme, times = 1) {
      const popup = await gurn.clickToolbar(page);
      const replies = await popup.evaluate(askInPopup, meme, times, false, crypto.randomUUID());
      await gurn.closePopups();
      return replies.map(reportOf);
    },
    async ask(popup, meme, { maySend = false, id = crypto.randomUUID() } = {}) {
      const [reply] = await popup.evaluate(askInPopup, meme, 1, maySend, id);
      return reportOf(reply);
    },
    async account() {
      const worker = await gurn.worker();
      return worker.evaluate(async () => (await (globalThis as WithHands).hands.account()) ?? '');
    },
    async addLarge(size) {
      const worker = await gurn.worker();
      return worker.evaluate((bytes) => (globalThis as WithHands).hands.addLarge(bytes), size);
    },
    async endWorker(popup) {
      const isAlive = async (): Promise<boolean> => {
        const { targetInfos } = await gurn.command<{ targetInfos: TargetInfo[] }>('Target.getTargets');
        return targetInfos.some(({ type, url }) => type === 'service_worker' && url.includes(gurn.id));
      };
      await popup.send('ServiceWorker.enable');
      await popup.send('ServiceWorker.stopAllWorkers');
      await eventually(isAlive, (alive) => !alive);
    },
    async usesOf(meme) {
      const worker = await gurn.worker();
      return worker.evaluate((id) => (globalThis as WithHands).hands.usesOf(id), meme);
    },
    async switchOn(origins) {
      const worker = await gurn.worker();
      await worker.evaluate(async (sites) => {
        await chrome.storage.local.set({ sites });
        await (globalThis as WithHands).hands.syncSites();
      }, origins);
    },
    async reload() {
      // `runtime.reload` would end an extension that came by the command line.
      const next = gurn.context.waitForEvent('serviceworker');
      await gurn.command('Extensions.loadUnpacked', { path: join(folder, 'extension') });
      await next;
    },
    async end() {
      await gurn.close();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
