/** Builds the extension (and the demo chat) once for all browser tests. */
import { execFileSync } from 'node:child_process';

export function setup(): void {
  if (process.env.GURN_BUILT === '1') return;
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
