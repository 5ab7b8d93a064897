/** Pages of real Chromiums in which a peer looks at pictures. */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../../../tools/chromium.ts';
import { root } from '../../../tools/paths.ts';
import { buildPages, MODELS } from '../../pages.ts';
import { type Place, serve } from '../../serve.ts';
import { needs } from '../sets/data.ts';
import { type Described, PEERS, type PeerName } from './peer.ts';

export const pageDir = join(root, 'build/bench-quality');
const sourceDir = join(root, 'bench/quality/peers/page');

export interface PeerWorld {
  /** What `peer` says of the pictures at `paths` below the pictures' folder, in their order. */
  describe(paths: readonly string[]): Promise<Described[]>;
  close(): Promise<void>;
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
  await page.goto(address);
  await page.evaluate(async () => {
    if (!globalThis.peer) throw new Error('The page did not load.');
    await globalThis.peer.start();
  });
  return page;
}

/** Two cores have work for two pages: each waits for its next picture now and then. */
const PAGES = 2;

let built: Promise<void> | undefined;

/** Builds the pages, once a run. */
export function buildPeers(): Promise<void> {
  built ??= buildPages(sourceDir, [...PEERS, 'network'], pageDir);
  return built;
}

/** @throws NoChromiumError, DataError, or Error when the peer does not start */
export async function openPeer(peer: PeerName, pictures: string, landmarker: string): Promise<PeerWorld> {
  await buildPeers();
  const places: Place[] = [...MODELS, ['/pictures/', pictures], ['/', pageDir]];
  if (peer === 'face-landmarker') places.unshift(['/face_landmarker.task', needs(landmarker)]);
  // Not isolated, so that nobody has threads: two pages on two cores get in each other's way with them.
  const server = await serve(places, { isolated: false });
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandboxArgs() });
  const address = `${server.origin}/${peer}.html`;
  const pages = await Promise.all(Array.from({ length: PAGES }, () => openPage(browser, address)));
  return {
    async describe(paths) {
      const found: Described[] = [];
      let next = 0;
      const work = async (page: Page): Promise<void> => {
        for (let i = next++; i < paths.length; i = next++) {
          const picture = `/pictures/${(paths[i] ?? '').split('/').map(encodeURIComponent).join('/')}`;
          found[i] = await page.evaluate((where) => globalThis.describePicture(where), picture);
        }
      };
      await Promise.all(pages.map(work));
      return found;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
