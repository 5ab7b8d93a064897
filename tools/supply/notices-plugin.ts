/** Writes THIRD_PARTY_NOTICES into what is built, from the modules that were really bundled and the files beside them. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { filesIn } from '../package-files.ts';
import { publicDir, root } from '../paths.ts';
import { ownerOf } from './assets.ts';
import { LicenceError } from './licences.ts';
import { NOTICES, noticesOf } from './notices.ts';
import { packageOf, readPackage } from './packages.ts';
import { APACHE } from './texts.ts';

/** The matcher's kernel ships as bytes in a module of ours; a little of the compiler's own library is in it. */
const COMPILED_WITH = ['assemblyscript'];

/** A package that code of ours imports by name, for its values. */
const IMPORT = /^(?:import|export)\s(?!type\s)[^'"]*?from\s+['"]([^.'"][^'"]*)['"]|^import\s+['"]([^.'"][^'"]*)['"]/gm;

/** The extension plugin bundles what is injected into pages apart, where no plugin looks: so every import is counted. */
export function importedIn(source: string): string[] {
  return Array.from(source.matchAll(IMPORT), ([, named, bare]) => packageOf(`node_modules/${named ?? bare}`) ?? '');
}

function* importedBySources(): Generator<string> {
  for (const path of filesIn(join(root, 'src'))) {
    if (/\.tsx?$/.test(path)) yield* importedIn(readFileSync(path, 'utf8'));
  }
}

function* behindAssets(): Generator<string> {
  for (const path of filesIn(publicDir)) {
    const owner = ownerOf(relative(publicDir, path));
    if (owner === undefined) throw new LicenceError(`Nobody says whose ${path} is (tools/supply/assets.ts).`);
    if (owner !== 'ours') yield owner;
  }
}

/** `collect` goes into the workers' builds too, `write` into the package's. */
export function notices(): { readonly collect: () => Plugin; readonly write: () => Plugin } {
  const names = new Set<string>();
  const collect = (): Plugin => ({
    name: 'gurn:notices-collect',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const name of output.moduleIds.map(packageOf)) if (name !== undefined) names.add(name);
      }
    },
  });
  const write = (): Plugin => ({
    name: 'gurn:notices-write',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler() {
        const all = new Set([...names, ...importedBySources(), ...behindAssets(), ...COMPILED_WITH]);
        const source = noticesOf(
          [...all].map((name) => readPackage(name)),
          APACHE,
        );
        this.emitFile({ type: 'asset', fileName: NOTICES, source });
      },
    },
  });
  return { collect, write };
}
