/** `npm test`: unit tests in Node, then everything a person sees in a real Chromium; one line of figures at the end. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from '../start/install-chromium.ts';

interface Figures {
  readonly passed: number;
  readonly failed: number;
}

/** A run that broke before its tests, or failed outside of them, counts as one failure more. */
function runSuite(config: string, folder: string, args: readonly string[]): Figures {
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

function main(): void {
  process.env.CHROMIUM = ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), 'gurn-test-'));
  const args = process.argv.slice(2);
  const suites = ['vitest.config.ts', 'vitest.browser.config.ts'].map((config) => runSuite(config, folder, args));
  rmSync(folder, { recursive: true, force: true });
  const passed = suites.reduce((sum, suite) => sum + suite.passed, 0);
  const failed = suites.reduce((sum, suite) => sum + suite.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
