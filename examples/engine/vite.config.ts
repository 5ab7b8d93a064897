import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** `npm run example`: the engine without the extension. The assets lie beside the page. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: fileURLToPath(new URL('../../build/public', import.meta.url)),
  build: { outDir: fileURLToPath(new URL('../../build/example', import.meta.url)), emptyOutDir: true },
});
