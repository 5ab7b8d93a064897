/** A laptop's sleep: every process of the browser stands still, and the clock on the wall goes on. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Gurn } from '../../browser/support/extension.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const pid = Number(name);
      try {
        // The name, in parentheses, may hold anything; the parent is the second field after it.
        const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
        return [{ pid, parent }];
      } catch (error) {
        console.debug('a process has ended meanwhile', error);
        return [];
      }
    });
}

/** Stops the browser and all that it started for so many milliseconds. */
export async function suspend(gurn: Gurn, milliseconds: number): Promise<void> {
  const { processInfo } = await gurn.command<{ processInfo: { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser does not say which process it is');
  const all = processes();
  const family = new Set([browser.id]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  for (const pid of family) process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  for (const pid of family) process.kill(pid, 'SIGCONT');
}
