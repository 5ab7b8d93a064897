import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/** Pages that the manifest does not name. */
const pages = ['src/offscreen/index.html', 'src/pages/welcome/index.html'];

export default defineConfig({
  plugins: [crx({ manifest: manifest as Parameters<typeof crx>[0]['manifest'] })],
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
