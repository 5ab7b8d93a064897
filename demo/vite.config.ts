import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { defineConfig, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Twice the width they are shown at. */
const WIDTH = 640;

/** Renders the drawings to PNG: people right-click pictures, not drawings, and Gurn searches no SVG for faces. */
const pictures = (): Plugin => ({
  name: 'demo-pictures',
  generateBundle() {
    const folder = join(root, 'pictures');
    for (const file of readdirSync(folder)) {
      const drawing = readFileSync(join(folder, file), 'utf8');
      const source = new Resvg(drawing, { fitTo: { mode: 'width', value: WIDTH } }).render().asPng();
      this.emitFile({ type: 'asset', fileName: `pictures/${file.replace(/\.svg$/, '.png')}`, source });
    }
  },
});

export default defineConfig({
  root,
  base: './',
  plugins: [pictures()],
  build: { outDir: '../build/demo', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 900 },
});
