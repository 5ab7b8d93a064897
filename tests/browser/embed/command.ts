/** Runs `npm run embed` as a person would. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import type { EmbedResult } from '../../../tools/embed/index.ts';
import { root } from '../../../tools/paths.ts';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly results: readonly EmbedResult[];
}

const COMMAND = ['run', '--silent', 'embed', '--'];

export const start = (args: readonly string[], cwd = root): ChildProcess =>
  spawn('npm', [...COMMAND, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs it to its end. `cwd`: where the person is, inside the repository. */
export async function embed(args: readonly string[], cwd = root): Promise<Run> {
  const child = start(args, cwd);
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  return { status, stdout, stderr, results: lines(stdout) };
}

/** Every line of standard output must be JSON; a usage text has no results. */
export const lines = (stdout: string): EmbedResult[] =>
  stdout.startsWith('{')
    ? stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as EmbedResult)
    : [];

/** Kills the page processes of the browsers that a process and its children have started. */
export function killRenderers(ancestor: number): void {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const processes = rows.flatMap((row) => {
    const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return [{ pid: Number(pid), parent: Number(parent), args }];
  });
  const family = new Set([ancestor]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  for (const { pid, args } of processes) {
    if (family.has(pid) && args.includes('--type=renderer')) process.kill(pid, 'SIGKILL');
  }
}
