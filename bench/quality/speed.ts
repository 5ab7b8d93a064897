/** Milliseconds of our network alone, from an aligned face to 64 numbers, on the three backends. */
import { chromium } from 'playwright-core';
import type { BackendName } from '../../src/engine/index.ts';
import { findChromium, sandboxArgs } from '../../tools/chromium.ts';
import { publicDir } from '../../tools/paths.ts';
import { serve } from '../serve.ts';
import { buildPeers, pageDir } from './peers/world.ts';

export interface Speed {
  readonly backend: BackendName;
  readonly median: number;
  readonly best: number;
  readonly calls: number;
  /** Why the figure says nothing of a graphics card, or why there is none: emulated, or not there. */
  readonly remark: string;
}

/** A backend that is emulated only has to run. */
const CALLS = { wasm: 100, webgl: 10, webgpu: 10 } as const;

export async function measureSpeed(embedder: string): Promise<Speed[]> {
  await buildPeers();
  const server = await serve([
    ['/assets/models/embedder/', embedder],
    ['/assets/', publicDir],
    ['/', pageDir],
  ]);
  const args = [...sandboxArgs(), '--enable-unsafe-webgpu'];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/network.html`);
    const speeds: Speed[] = [];
    for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
      const plan = { backend, calls: CALLS[backend] };
      // A backend that does not start here has no figures, and a remark that says why.
      const failed = (error: unknown): Speed => {
        const remark = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        return { backend, median: Number.NaN, best: Number.NaN, calls: 0, remark };
      };
      speeds.push(await page.evaluate((wanted) => globalThis.timeNetwork(wanted), plan).catch(failed));
    }
    return speeds;
  } finally {
    await browser.close();
    server.close();
  }
}
