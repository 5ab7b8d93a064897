/** The pages that measure, bundled from their sources, and where peers find what they load. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { publicDir, root } from '../tools/paths.ts';
import type { Place } from './serve.ts';

const modules = join(root, 'node_modules');

/** Builds each `NAME.html` of the folder `source` into `outDir`, after what the product itself loads. */
export async function buildPages(source: string, names: readonly string[], outDir: string): Promise<void> {
  // Tables are written to stdout, so nothing else is.
  execFileSync('npm', ['run', '--silent', 'assets'], { cwd: root, stdio: ['ignore', 2, 2] });
  await build({
    configFile: false,
    root: source,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      assetsDir: 'script',
      target: 'chrome130',
      chunkSizeWarningLimit: 5000,
      // Minified, tfjs's worker threads fail: they are made from the text of functions.
      minify: false,
      rolldownOptions: { input: names.map((name) => join(source, `${name}.html`)) },
    },
  });
}

/** What Gurn's engine and its peers load. */
export const MODELS: readonly Place[] = [
  ['/assets/', publicDir],
  ['/human/', join(modules, '@vladmandic/human/models')],
  ['/face-api/', join(modules, '@vladmandic/face-api/model')],
  ['/tfjs/', join(modules, '@tensorflow/tfjs-backend-wasm/dist')],
];
