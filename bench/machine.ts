import { execFileSync } from 'node:child_process';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { findChromium } from '../tools/chromium.ts';

/** What the figures were measured on. */
export function machine() {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
    /** Others' work at the start: above 1, the figures say more of them than of Gurn. */
    load: loadavg()[0] ?? Number.NaN,
  };
}

/** Such as `Chromium 156.0.1234.56`. @throws NoChromiumError */
export function browserVersion(): string {
  const [version = ''] = execFileSync(findChromium(), ['--version'], { encoding: 'utf8' }).split('\n');
  return version.trim();
}
