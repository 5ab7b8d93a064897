/**
 * What one browser does otherwise lies beside what all do: `door.firefox.ts` takes the place of `door.ts` in Firefox's
 * build, and nothing else knows.
 */
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Alias } from 'vite';
import { root } from './paths.ts';

const SUFFIX = '.firefox.ts';

const literally = (name: string): string => name.replaceAll(/[.-]/g, '\\$&');

/**
 * The aliases that put the variants in place, also in the scripts that the extension plugin bundles apart (it passes
 * aliases on, but no plugins). An alias sees a name only, so every file of that name must have its variant.
 *
 * @throws Error where a file would be replaced that has no variant
 */
export function firefoxVariants(): Alias[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const all = new Set(files);
  const names = new Set(files.filter((file) => file.endsWith(SUFFIX)).map((file) => basename(file, SUFFIX)));
  for (const file of files) {
    const name = basename(file, '.ts');
    if (names.has(name) && file === join(dirname(file), `${name}.ts`) && !all.has(join(dirname(file), name + SUFFIX))) {
      throw new Error(`src/${file} shares its name with a file that has a variant for Firefox, and has none itself.`);
    }
  }
  return [...names].map((name) => ({
    find: new RegExp(`^(\\.{1,2}/(?:.*/)?${literally(name)})\\.ts$`),
    replacement: `$1${SUFFIX}`,
  }));
}
