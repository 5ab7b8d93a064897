/** Builds the rig (an extension with insertion alone) and the fixture pages, in a few seconds. */
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { build } from 'vite';
import { manifestFor, type Target } from '../../../../tools/manifest.ts';
import { root } from '../../../../tools/paths.ts';
import { firefoxVariants } from '../../../../tools/variants.ts';

const here = join(root, 'tests/browser/insert');

/** The product's manifest without what the rig lacks. `hosts`: origins that are granted from the start. */
function rigManifest(hosts: readonly string[], target: Target): Parameters<typeof crx>[0]['manifest'] {
  const { icons: _, options_ui: __, commands: ___, ...rest } = manifestFor(target);
  const script = 'tests/browser/insert/rig/background.ts';
  const firefox = target === 'firefox';
  return {
    ...rest,
    name: 'Gurn insertion rig',
    action: firefox ? { default_area: 'navbar' } : {},
    background: firefox ? { scripts: [script], type: 'module' } : { service_worker: script, type: 'module' },
    web_accessible_resources: [],
    host_permissions: [...hosts],
  } as Parameters<typeof crx>[0]['manifest'];
}

/** Writes the extension into `outDir`. */
export async function buildRig(
  outDir: string,
  hosts: readonly string[] = [],
  target: Target = 'chromium',
): Promise<void> {
  const firefox = target === 'firefox';
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    plugins: [crx({ manifest: rigManifest(hosts, target), browser: firefox ? 'firefox' : 'chrome' })],
    resolve: { alias: firefox ? firefoxVariants() : [] },
    build: { outDir, emptyOutDir: true, target: firefox ? 'firefox153' : 'chrome130', modulePreload: false },
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
    build: { outDir, emptyOutDir: true, target: 'chrome130', modulePreload: false, rolldownOptions: { input } },
  });
}

/** Copies the built demo chat beside the fixtures, so that one server serves both. */
export const copyDemo = (outDir: string): Promise<void> =>
  cp(join(root, 'build/demo'), join(outDir, 'demo'), { recursive: true });
