import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/** Pages that the manifest does not name. */
const pages = ['src/offscreen/index.html', 'src/pages/welcome/index.html', 'src/pages/teach/index.html'];

/**
 * The scripts that are injected need not be readable by web pages, and a readable file tells every site that Gurn is
 * installed. The extension plugin declares them all the same.
 */
const nothingForWebPages = (): Plugin => ({
  name: 'gurn:nothing-for-web-pages',
  apply: 'build',
  enforce: 'post',
  writeBundle: {
    order: 'post',
    sequential: true,
    async handler({ dir = 'dist' }) {
      const path = join(dir, 'manifest.json');
      const { web_accessible_resources: _, ...rest } = JSON.parse(await readFile(path, 'utf8')) as Record<
        string,
        unknown
      >;
      await writeFile(path, `${JSON.stringify(rest, null, 2)}\n`);
    },
  },
});

export default defineConfig({
  plugins: [crx({ manifest: manifest as Parameters<typeof crx>[0]['manifest'] }), nothingForWebPages()],
  // Models, WebAssembly, icons and starter stickers: put there by `npm run assets`.
  publicDir: 'build/public',
  build: {
    target: 'chrome116',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: pages },
  },
  worker: { format: 'es' },
});
