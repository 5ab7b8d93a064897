/** The messengers' npm packages: installed beside the build, from lock files of their own. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../tools/paths.ts';

const FILES = ['package.json', 'package-lock.json'] as const;

/** npm writes this file last, so it is there exactly when an installation is complete. */
const MARKER = 'node_modules/.package-lock.json';

const isInstalled = (from: string, to: string): boolean =>
  existsSync(join(to, MARKER)) &&
  FILES.every(
    (file) => existsSync(join(to, file)) && readFileSync(join(from, file)).equals(readFileSync(join(to, file))),
  );

/**
 * Installs what tests/messengers/NAME/package.json asks for, unless it is there already. No package may run a script.
 * @returns the folder of `node_modules`' parent
 */
export function installPackages(name: 'lounge' | 'converse'): string {
  const from = join(root, 'tests/messengers', name);
  const to = join(root, 'build/messengers', name);
  if (isInstalled(from, to)) return to;
  mkdirSync(to, { recursive: true });
  for (const file of FILES) cpSync(join(from, file), join(to, file));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['ci', '--ignore-scripts', '--omit=optional', ...quiet], { cwd: to, stdio: 'inherit' });
  return to;
}
