/** A real Chromium with the page of all contenders, built and served. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium, sandboxArgs } from '../../tools/chromium.ts';
import { shots } from '../../tools/driver/shots.ts';
import { root } from '../../tools/paths.ts';
import { buildPages, MODELS } from '../pages.ts';
import { serve } from '../serve.ts';
import { CONTENDERS } from './contender.ts';

const pageDir = join(root, 'build/bench-frame');
const sourceDir = join(root, 'bench/frame/page');

/** Everything that a person sees in the shot: photographs are served by their file names. */
export const people = (['laugh', 'thoughtful', 'serious', 'toothySmile', 'knowing', 'pout'] as const).map((name) => ({
  ...shots[name],
  photo: `/photos/${basename(shots[name].photo)}`,
}));

export interface World {
  readonly page: Page;
  /** The browser's version. */
  readonly browser: string;
  close(): Promise<void>;
}

/** `landmarker`: where FaceLandmarker's model lies, when there is one. @throws NoChromiumError */
export async function openWorld(landmarker: string | undefined): Promise<World> {
  await buildPages(sourceDir, ['index', ...CONTENDERS], pageDir);
  const server = await serve([
    ...MODELS,
    ['/photos/', dirname(shots.laugh.photo)],
    ...(landmarker && existsSync(landmarker) ? [['/face_landmarker.task', landmarker] as const] : []),
    ['/', pageDir],
  ]);
  const args = [...sandboxArgs(), '--enable-unsafe-webgpu'];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`The page: ${error.message}`));
  await page.goto(server.origin);
  return {
    page,
    browser: browser.version(),
    async close() {
      await browser.close();
      server.close();
    },
  };
}
