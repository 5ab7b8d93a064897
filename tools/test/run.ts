/** Runs suites in lanes, side by side, and prints one line of figures at the end. */
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

export const UNIT = 'vitest.config.ts';
export const BROWSER = 'vitest.browser.config.ts';
export const INSERTION = 'vitest.insertion.config.ts';
export const MESSENGERS = 'vitest.messengers.config.ts';
export const FIREFOX = 'vitest.firefox.config.ts';
export const FAULTS = 'vitest.faults.config.ts';
export const PRIVACY = 'vitest.privacy.config.ts';

const NAMES: Readonly<Record<string, string>> = {
  [FIREFOX]: 'Firefox',
  [MESSENGERS]: 'real messengers',
  [PRIVACY]: 'privacy',
  [FAULTS]: 'faults',
};

/** Why a suite cannot run on this machine; undefined when it can. */
function obstacleTo(config: string): string | undefined {
  if ((config === PRIVACY || config === FAULTS) && process.platform !== 'linux') {
    return 'Whether the camera is on, and which processes sleep, is read from /proc, which Linux alone has.';
  }
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

/**
 * Runs the suites, given by their vitest configurations, with this command's arguments. Sets the exit code.
 *
 * @param lanes Lanes run side by side, the suites of a lane one after the other: most of what they do is waiting.
 */
export async function run(lanes: readonly (readonly string[])[], { mayLeaveOut }: RunOptions): Promise<void> {
  process.env.CHROMIUM = ensureChromium();
  build();
  process.env.GURN_BUILT = '1';
  const folder = mkdtempSync(join(tmpdir(), 'gurn-test-'));
  const notRun: string[] = [];
  // Before anything runs: what is missing is installed here.
  const obstacles = new Map(lanes.flat().map((config) => [config, obstacleTo(config)]));
  const runOne = async (config: string, aside: boolean): Promise<Figures> => {
    const obstacle = obstacles.get(config);
    if (obstacle === undefined) return runSuite(config, { folder, args: process.argv.slice(2), aside });
    notRun.push(`${NAMES[config] ?? config}. ${obstacle}`);
    return { passed: 0, failed: mayLeaveOut ? 0 : 1 };
  };
  const runLane = async (configs: readonly string[], lane: number): Promise<Figures[]> => {
    const done: Figures[] = [];
    for (const config of configs) done.push(await runOne(config, lane > 0));
    return done;
  };
  const figures = (await Promise.all(lanes.map(runLane))).flat();
  rmSync(folder, { recursive: true, force: true });
  const passed = figures.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = figures.reduce((sum, suite) => sum + suite.failed, 0);
  for (const obstacle of notRun) console.log(`NOT RUN: ${obstacle}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
