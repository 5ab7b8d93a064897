/** Builds the extension (and the demo chat) once for all browser tests. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  if (process.env.GURN_BUILT === '1') return;
  // What is tested is what ships: Vitest's own NODE_ENV would make it a build for developers, with paths in it.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit', env });
}
