/** Builds the rig (an extension with insertion alone) and the fixture pages, in a few seconds. */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { build } from 'vite';
import manifest from '../../../../manifest.json' with { type: 'json' };
import { root } from '../../../../tools/paths.ts';

const here = join(root, 'tests/browser/insert');

/** The product's manifest without what the rig lacks. `hosts`: origins that are granted from the start. */
function rigManifest(hosts: readonly string[]): Parameters<typeof crx>[0]['manifest'] {
  return {
    manifest_version: 3,
    name: 'Gurn insertion rig',
    version: manifest.version,
    minimum_chrome_version: manifest.minimum_chrome_version,
    action: {},
    background: { service_worker: 'tests/browser/insert/rig/background.ts', type: 'module' },
    permissions: manifest.permissions as chrome.runtime.ManifestPermission[],
    optional_host_permissions: manifest.optional_host_permissions,
    host_permissions: [...hosts],
  };
}

/** Writes the extension into `outDir`. */
export async function buildRig(outDir: string, hosts: readonly string[] = []): Promise<void> {
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [crx({ manifest: rigManifest(hosts) })],
    build: { outDir, emptyOutDir: true, target: 'chrome116', modulePreload: false },
  });
  await mkdir(join(outDir, 'src/popup'), { recursive: true });
  await writeFile(join(outDir, 'src/popup/index.html'), '<!doctype html><title>Rig</title>');
}

/** Builds every fixture page into `outDir`. */
export async function buildFixtures(outDir: string): Promise<void> {
  const fixtures = join(here, 'fixtures');
  const input = (await readdir(fixtures)).filter((name) => name.endsWith('.html')).map((name) => join(fixtures, name));
  await build({
    configFile: false,
    root: fixtures,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'chrome116', modulePreload: false, rolldownOptions: { input } },
  });
}

/** Copies the built demo chat beside the fixtures, so that one server serves both. */
export const copyDemo = (outDir: string): Promise<void> =>
  cp(join(root, 'build/demo'), join(outDir, 'demo'), { recursive: true });
