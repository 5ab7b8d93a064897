import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export interface Figures {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * What a report of vitest's says. A file that broke outside of its tests, in a hook or before them, is a failure more;
 * so is a run that failed with no file to blame.
 *
 * @param status The run's exit status.
 */
export function figuresOf({ numPassedTests, numFailedTests, testResults }: Report, status: number | null): Figures {
  const broken = testResults.filter(
    ({ status: file, assertionResults }) =>
      file === 'failed' && assertionResults.every(({ status: test }) => test !== 'failed'),
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed };
}

/** A name may be of a file in another suite; without names a suite without tests is a mistake. */
const toleranceFor = (args: readonly string[]): readonly string[] =>
  args.some((arg) => !arg.startsWith('-')) ? ['--passWithNoTests'] : [];

/** @returns the exit status, null when it was killed */
async function npx(args: readonly string[], output: 'inherit' | number): Promise<number | null> {
  const child = spawn('npx', args, { stdio: ['ignore', output, output] });
  const [status] = (await once(child, 'close')) as [number | null];
  return status;
}

async function speakAfterwards(args: readonly string[], log: string): Promise<number | null> {
  const file = await open(log, 'w');
  const status = await npx(args, file.fd).finally(() => file.close());
  process.stdout.write(readFileSync(log));
  return status;
}

/**
 * Runs a vitest configuration and counts its tests. Of a configuration that was given names and has no such test,
 * nothing is run.
 *
 * @param folder Where the report is left.
 * @param args What vitest is told besides: names of files, options.
 * @param aside Beside another suite: what it says is printed when it has ended.
 */
export async function runSuite(
  config: string,
  { folder, args, aside }: { readonly folder: string; readonly args: readonly string[]; readonly aside: boolean },
): Promise<Figures> {
  const report = join(folder, `${config}.json`);
  const vitest = ['--no-install', 'vitest', 'run', '--config', config, '--reporter=default', '--reporter=json'];
  const whole = [...vitest, `--outputFile.json=${report}`, ...toleranceFor(args), ...args];
  const status = aside ? await speakAfterwards(whole, join(folder, `${config}.log`)) : await npx(whole, 'inherit');
  try {
    return figuresOf(JSON.parse(readFileSync(report, 'utf8')) as Report, status);
  } catch (error) {
    console.error(`No report from ${config}:`, error);
    return { passed: 0, failed: 1 };
  }
}
