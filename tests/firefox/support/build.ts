/** Builds the extension for Firefox, and the demo chat, once for all tests. */
import { execFileSync } from 'node:child_process';

const run = (script: string): void => void execFileSync('npm', ['run', '--silent', script], { stdio: 'inherit' });

export function setup(): void {
  if (process.env.GURN_FIREFOX_DIST === undefined) run('build:firefox');
  if (process.env.GURN_BUILT !== '1') run('demo:build');
}
