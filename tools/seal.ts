/**
 * Bundles what seals a document (src/seal) apart from all else, as classic scripts: the browser runs them where they
 * stand, first in the document, before it so much as looks at a module.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { root } from './paths.ts';

const NAMES = ['view', 'camera'] as const;

async function bundled(name: string): Promise<string> {
  const results = await bundle({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'chrome130',
      lib: { entry: join(root, 'src/seal', `${name}.ts`), formats: ['iife'], name: 'seal' },
    },
  });
  for (const { output } of [results].flat().filter((result) => 'output' in result)) return output[0].code;
  throw new Error(`src/seal/${name}.ts gave no script.`);
}

/** Writes `view.js` and `camera.js` into the folder. */
export async function build(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  for (const name of NAMES) await writeFile(join(outDir, `${name}.js`), await bundled(name));
}
