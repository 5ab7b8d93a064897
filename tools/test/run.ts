/** Runs suites one after the other and prints one line of figures at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setup as build } from '../../tests/browser/support/build.ts';
import { NoFirefoxError } from '../firefox.ts';
import { NoServersError } from '../servers.ts';
import { AptError } from '../start/apt.ts';
import { ensureChromium } from '../start/install-chromium.ts';
import { ensureFirefox } from '../start/install-firefox.ts';
import { ensureServers } from './install-servers.ts';
import { type Figures, runSuite } from './suite.ts';

export const MESSENGERS = 'vitest.messengers.config.ts';
export const FIREFOX = 'vitest.firefox.config.ts';

/** Why a suite cannot run on this machine; undefined when it can. */
function obstacleTo(config: string): string | undefined {
  if (config !== MESSENGERS && config !== FIREFOX) return undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return 'The tests with real messengers, and those in Firefox, run on Linux on x86-64 only.';
  }
  try {
    if (config === FIREFOX) ensureFirefox();
    ensureServers();
    return undefined;
  } catch (error) {
    const known = [NoFirefoxError, NoServersError, AptError].some((kind) => error instanceof kind);
    if (known && error instanceof Error) return error.message;
    throw error;
  }
}

export interface RunOptions {
  /** A suite that cannot run here is said and left out; otherwise it counts as a failure. */
  readonly mayLeaveOut: boolean;
}

/** Runs the suites, given by their vitest configurations, with this command's arguments. Sets the exit code. */
export function run(configs: readonly string[], { mayLeaveOut }: RunOptions): void {
  process.env.CHROMIUM = ensureChromium();
  build();
  process.env.GURN_BUILT = '1';
  const folder = mkdtempSync(join(tmpdir(), 'gurn-test-'));
  const notRun: string[] = [];
  const figures = configs.map((config): Figures => {
    const obstacle = obstacleTo(config);
    if (obstacle === undefined) return runSuite(config, folder, process.argv.slice(2));
    notRun.push(`${config === FIREFOX ? 'Firefox' : 'real messengers'}. ${obstacle}`);
    return { passed: 0, failed: mayLeaveOut ? 0 : 1 };
  });
  rmSync(folder, { recursive: true, force: true });
  const passed = figures.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = figures.reduce((sum, suite) => sum + suite.failed, 0);
  for (const obstacle of notRun) console.log(`NOT RUN: ${obstacle}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
