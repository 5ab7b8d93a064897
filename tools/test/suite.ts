import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Figures {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Runs a vitest configuration and counts its tests. A run that broke before its tests, or failed outside of them,
 * counts as one failure more.
 *
 * @param folder Where the report is left.
 * @param args What vitest is told besides.
 */
export function runSuite(config: string, folder: string, args: readonly string[]): Figures {
  const report = join(folder, `${config}.json`);
  const vitest = ['--no-install', 'vitest', 'run', '--config', config, '--reporter=default', '--reporter=json'];
  const { status } = spawnSync('npx', [...vitest, `--outputFile.json=${report}`, ...args], { stdio: 'inherit' });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
    return { passed: numPassedTests, failed };
  } catch (error) {
    console.error(`No report from ${config}:`, error);
    return { passed: 0, failed: 1 };
  }
}
