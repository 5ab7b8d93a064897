/** npm packages as notices tell of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { root } from '../paths.ts';
import { LicenceError, licenceFault } from './licences.ts';
import { APACHE, MIT, UNFILED } from './texts.ts';

const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string()),
  repository: v.optional(v.union([v.string(), v.object({ url: v.string() })])),
});

export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Where its source is, as it says itself. */
  readonly source: string;
  /** The licence's text with its copyright, and the package's own notice when it has one. */
  readonly text: string;
}

/** Modules that bundlers write themselves, by how their ids begin: they come with the bundler's licence. */
const BUNDLERS: readonly (readonly [beginning: string, name: string])[] = [
  ['\0rolldown', 'rolldown'],
  ['\0vite', 'vite'],
  ['\0@oxc-project', '@oxc-project/runtime'],
  ['/@crx', '@crxjs/vite-plugin'],
  ['\0crx', '@crxjs/vite-plugin'],
];

/** The package that a bundled module is part of; undefined for our own. */
export function packageOf(id: string): string | undefined {
  const bundler = BUNDLERS.find(([beginning]) => id.startsWith(beginning));
  if (bundler) return bundler[1];
  const path = id.slice(id.lastIndexOf('node_modules/') + 'node_modules/'.length);
  if (!id.includes('node_modules/')) return undefined;
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

const addressOf = (repository: v.InferOutput<typeof Manifest>['repository']): string =>
  (typeof repository === 'string' ? repository : (repository?.url ?? '')).replace(/^git\+/, '').replace(/\.git$/, '');

/** Vite goes on with the licences of what it is itself made of: none of that is in what it builds. */
const OF_ITS_TOOLS = /\n# Licenses of bundled dependencies\n.*/s;

function textOf(folder: string, name: string, licence: string): string {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)(\.(txt|md))?$/i.test(file));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').replace(OF_ITS_TOOLS, '').trim());
  if (texts.length > 0) return texts.join('\n\n');
  if (licence === 'Apache-2.0') return APACHE;
  const copyright = UNFILED[name];
  if (licence === 'MIT' && copyright !== undefined) return `${copyright}\n\n${MIT}`;
  throw new LicenceError(`${name} comes without its licence's text (tools/supply/texts.ts)`);
}

/** @param modules the folder that packages lie in. @throws LicenceError when the package may not ship */
export function readPackage(name: string, modules = join(root, 'node_modules')): Shipped {
  const folder = join(modules, name);
  const path = join(folder, 'package.json');
  if (!existsSync(path)) throw new LicenceError(`${name} ships and is not installed: nothing says what it is`);
  const { version, license, repository } = v.parse(Manifest, JSON.parse(readFileSync(path, 'utf8')));
  const fault = licenceFault(`${name} ${version}`, license);
  if (fault !== undefined || license === undefined) throw new LicenceError(fault ?? name);
  return { name, version, licence: license, source: addressOf(repository), text: textOf(folder, name, license) };
}
