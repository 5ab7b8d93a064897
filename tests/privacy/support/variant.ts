/** The built extension as it is after a person said yes to every question, with a list of templates that is not imgflip's. */
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { IMGFLIP_LIST, IMGFLIP_PICTURES } from '../../../src/library/importers/imgflip.ts';
import { TEMPLATES } from './places.ts';

const HOSTS = ['http://chat.test/*', 'http://pictures.test/*', 'http://listed.test/*', 'http://templates.test/*'];

export async function buildVariant(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'gurn-privacy-dist-'));
  await cp(resolve(process.env.GURN_DIST ?? 'dist'), dist, { recursive: true });
  const file = join(dist, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: HOSTS }));
  const assets = join(dist, 'assets');
  for (const name of (await readdir(assets)).filter((name) => name.endsWith('.js'))) {
    const text = await readFile(join(assets, name), 'utf8');
    const ours = text
      .replaceAll(IMGFLIP_LIST, TEMPLATES.list)
      .replaceAll(IMGFLIP_PICTURES, new URL('/*', TEMPLATES.list).href);
    if (ours !== text) await writeFile(join(assets, name), ours);
  }
  return dist;
}
