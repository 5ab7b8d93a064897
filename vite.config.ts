import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import { manifestFor } from './tools/manifest.ts';
import { fewOps } from './tools/supply/few-ops.ts';
import { notices } from './tools/supply/notices-plugin.ts';
import { unthreaded } from './tools/supply/unthreaded.ts';
import { firefoxVariants } from './tools/variants.ts';

/** Pages that the manifest does not name. */
const pages = [
  'src/offscreen/index.html',
  'src/pages/welcome/index.html',
  'src/pages/teach/index.html',
  'src/pages/panel/index.html',
  'src/pages/recovery/index.html',
];
/** The one page that a web page may frame, under an address that no page can guess. */
const FOR_WEB_PAGES = 'src/pages/panel/index.html';

/**
 * The scripts that are injected need not be readable by web pages, and a readable file tells every site that Gurn is
 * installed. The extension plugin declares them all the same. Only what manifest.json itself declares is kept.
 */
const littleForWebPages = (): Plugin => ({
  name: 'gurn:little-for-web-pages',
  apply: 'build',
  enforce: 'post',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir = 'dist' }) {
      const path = join(dir, 'manifest.json');
      const built = JSON.parse(await readFile(path, 'utf8')) as {
        web_accessible_resources?: { resources: string[] }[];
      };
      const web_accessible_resources = (built.web_accessible_resources ?? []).filter(
        ({ resources }) => resources.join() === FOR_WEB_PAGES,
      );
      await writeFile(path, `${JSON.stringify({ ...built, web_accessible_resources }, null, 2)}\n`);
    },
  },
});

/**
 * The hash in a name is of the code before the extension plugin puts in the names of the injected scripts. Until then a
 * digest of this folder's path stands there, so the background, which alone injects, would be called otherwise in every
 * folder: it has no hash.
 */
const chunkFileNames = ({ facadeModuleId }: { readonly facadeModuleId?: string | null }): string =>
  facadeModuleId?.endsWith('/src/background/index.ts') ? 'assets/background.js' : 'assets/[name]-[hash].js';

/** `vite build` makes Chromium's extension, `vite build --mode firefox` Firefox's. */
export default defineConfig(({ mode }) => {
  const firefox = mode === 'firefox';
  const manifest = manifestFor(firefox ? 'firefox' : 'chromium') as Parameters<typeof crx>[0]['manifest'];
  const { collect, write } = notices();
  return {
    plugins: [crx({ manifest, browser: firefox ? 'firefox' : 'chrome' }), littleForWebPages(), collect(), write()],
    resolve: { alias: [unthreaded, fewOps, ...(firefox ? firefoxVariants() : [])] },
    // Models, WebAssembly, icons and starter stickers: put there by `npm run assets`.
    publicDir: 'build/public',
    build: {
      outDir: firefox ? 'dist-firefox' : 'dist',
      target: firefox ? 'firefox153' : 'chrome130',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { input: pages, output: { chunkFileNames } },
    },
    // Whole scripts: a classic worker (the engine's, for the detector's sake) can load no modules.
    worker: { format: 'iife', plugins: () => [collect()], rolldownOptions: { output: { codeSplitting: false } } },
  };
});
