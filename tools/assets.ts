/**
 * `npm run assets`: fills build/public with everything the extension ships beside its code (docs/architecture.md lists
 * it), and build/search with the matcher's kernel. All of it is derived; what is up to date is left alone.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build as buildIcons } from './icons.ts';
import { buildKernel } from './kernel.ts';
import { buildDetectors } from './models.ts';
import { publicDir, root } from './paths.ts';
import { build as buildSeal } from './seal.ts';
import { build as buildStarter } from './starter.ts';

/** Files that are copied: from the repository's root to the folder in build/public. */
const COPIES: Readonly<Record<string, readonly string[]>> = {
  wasm: [
    'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.js',
    'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.wasm',
    // Its variant without SIMD would serve nobody: MediaPipe's needs SIMD too.
    'node_modules/@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  ],
  models: ['models/prototypes.json'],
  'models/embedder': filesIn('models/embedder', /\.(json|bin)$/),
};

/** Folders that are drawn or gathered rather than copied. */
const MAKERS: Readonly<Record<string, (outDir: string) => Promise<void>>> = {
  starter: buildStarter,
  icons: buildIcons,
  seal: buildSeal,
};

function filesIn(folder: string, pattern: RegExp): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));
}

function copyIfChanged(source: string, target: string): void {
  const from = statSync(source);
  const to = statSync(target, { throwIfNoEntry: false });
  if (to && to.size === from.size && to.mtimeMs >= from.mtimeMs) return;
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(source, target);
}

for (const [folder, sources] of Object.entries(COPIES)) {
  for (const source of sources) {
    const path = join(root, source);
    if (existsSync(path)) copyIfChanged(path, join(publicDir, folder, basename(source)));
    else console.warn(`assets: ${source} is missing`);
  }
}
await buildKernel();
buildDetectors(join(publicDir, 'models/detectors'));
for (const [folder, build] of Object.entries(MAKERS)) await build(join(publicDir, folder));
