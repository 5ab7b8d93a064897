/** This process and all below it, as Linux tells of them: a browser that was started here, with all its helpers. */
import { readdirSync, readFileSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** CPU time used so far, with that of its ended children. */
  readonly seconds: number;
  readonly kind: Kind;
}

/** `extension`: the renderer that holds Gurn's own documents; `browser`: Chromium's main process. */
export type Kind = 'extension' | 'page' | 'gpu' | 'utility' | 'browser' | 'other';

/** Linux counts in hundredths of a second, whatever its own clock (USER_HZ, man 5 proc). */
const TICKS = 100;

function kindOf(commandLine: string): Kind {
  if (commandLine.includes('--extension-process')) return 'extension';
  const [, type] = /--type=([\w-]+)/.exec(commandLine) ?? [];
  if (type === 'renderer') return 'page';
  if (type === 'gpu-process') return 'gpu';
  if (type === 'utility') return 'utility';
  if (type === undefined && commandLine.includes('--user-data-dir=')) return 'browser';
  return 'other';
}

/** Runs a read of /proc; nothing when the process has ended since it was listed. */
function unlessEnded<T>(read: () => T): T[] {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return [];
    throw error;
  }
}

/** Fields of /proc/PID/stat after the name: state, parent, ... */
function read(pid: number): Process {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
  const kind = kindOf(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  return { pid, parent: fields[1] ?? 0, seconds: ticks / TICKS, kind };
}

export function processesBelow(root = process.pid): Process[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const all = pids.flatMap((pid) => unlessEnded(() => read(Number(pid))));
  const family = new Set([root]);
  for (let before = 0; before !== family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Megabytes (10⁶ bytes) of memory: what is shared counts by its share (PSS). */
export function megabytes(processes: readonly Process[]): number {
  const kilobytes = processes.flatMap(({ pid }) =>
    unlessEnded(() => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)),
  );
  return (kilobytes.reduce((sum, value) => sum + value, 0) * 1024) / 1e6;
}
