/** What the tool's page is made of: its script in build/embed, and the assets in build/public. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildKernel } from '../kernel.ts';
import { publicDir, root } from '../paths.ts';

export const pageDir = join(root, 'build/embed');

const SOURCES = ['src/engine', 'tools/embed', 'package-lock.json'].map((path) => join(root, path));
const MODEL = ['models/embedder/meta.json', 'models/embedder/model.json'];
const ASSETS = ['wasm', 'models/detectors/full_range_sparse.tflite', ...MODEL];

/** When a file, or anything in a folder, last changed (removals change their folder); 0 when it is missing. */
function changed(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))));
}

function assetsAreCurrent(): boolean {
  const isThere = ASSETS.every((asset) => changed(join(publicDir, asset)) > 0);
  return isThere && MODEL.every((file) => changed(join(publicDir, file)) >= changed(join(root, file)));
}

/** Builds beside the old folder and swaps: a tool that starts meanwhile sees a whole one. */
async function buildPage(): Promise<void> {
  const outDir = `${pageDir}-${process.pid}`;
  // Seldom needed, and slow to load.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: join(root, 'tools/embed/page'),
    publicDir: false,
    logLevel: 'error',
    build: { outDir, assetsDir: 'script', target: 'chrome130', chunkSizeWarningLimit: 5000 },
    worker: { format: 'es' },
  });
  rmSync(pageDir, { recursive: true, force: true });
  try {
    renameSync(outDir, pageDir);
  } catch (error) {
    rmSync(outDir, { recursive: true, force: true });
    // Another embed was quicker, and its page is as new.
    if (!existsSync(pageDir)) throw error;
  }
}

/** Makes what is missing or older than its sources. Nothing is written to standard output. */
export async function prepare(): Promise<void> {
  if (!assetsAreCurrent()) {
    execFileSync('npm', ['run', '--silent', 'assets'], { cwd: root, stdio: ['ignore', 2, 2] });
  }
  await buildKernel();
  if (changed(join(pageDir, 'index.html')) < Math.max(...SOURCES.map(changed))) await buildPage();
}
