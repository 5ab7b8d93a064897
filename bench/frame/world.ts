/** A real Chromium with the page of all contenders, built and served. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium, sandboxArgs } from '../../tools/chromium.ts';
import { shots } from '../../tools/driver/shots.ts';
import { publicDir, root } from '../../tools/paths.ts';
import { serve } from '../serve.ts';
import { CONTENDERS } from './contender.ts';

const pageDir = join(root, 'build/bench-frame');
const sourceDir = join(root, 'bench/frame/page');
const modules = join(root, 'node_modules');

/** Everything that a person sees in the shot: photographs are served by their file names. */
export const people = (['laugh', 'thoughtful', 'serious', 'toothySmile', 'knowing', 'pout'] as const).map((name) => ({
  ...shots[name],
  photo: `/photos/${basename(shots[name].photo)}`,
}));

async function buildPage(): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'assets'], { cwd: root, stdio: 'inherit' });
  await build({
    configFile: false,
    root: sourceDir,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: pageDir,
      emptyOutDir: true,
      assetsDir: 'script',
      target: 'chrome130',
      chunkSizeWarningLimit: 5000,
      // Minified, tfjs's worker threads fail: they are made from the text of functions.
      minify: false,
      rolldownOptions: { input: ['index', ...CONTENDERS].map((name) => join(sourceDir, `${name}.html`)) },
    },
  });
}

export interface World {
  readonly page: Page;
  /** The browser's version. */
  readonly browser: string;
  close(): Promise<void>;
}

/** `landmarker`: where FaceLandmarker's model lies, when there is one. @throws NoChromiumError */
export async function openWorld(landmarker: string | undefined): Promise<World> {
  await buildPage();
  const server = await serve([
    ['/assets/', publicDir],
    ['/photos/', dirname(shots.laugh.photo)],
    ['/human/', join(modules, '@vladmandic/human/models')],
    ['/face-api/', join(modules, '@vladmandic/face-api/model')],
    ['/tfjs/', join(modules, '@tensorflow/tfjs-backend-wasm/dist')],
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
