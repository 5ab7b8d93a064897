/**
 * The built extension with another manifest. Nobody can answer Chromium's permission prompt headless, so the variant
 * for "allowed" holds the host permission from the start; the prompt itself is driven in native.ts.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Variant {
  readonly dist: string;
  remove(): Promise<void>;
}

/** `hosts`: match patterns granted from the start. Without a popup a click on the toolbar only grants activeTab. */
export async function buildVariant(hosts: readonly string[]): Promise<Variant> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-variant-'));
  await cp(resolve(process.env.GURN_DIST ?? 'dist'), dist, { recursive: true });
  const file = join(dist, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, action: {}, host_permissions: hosts }));
  return { dist, remove: () => rm(dist, { recursive: true, force: true }) };
}
