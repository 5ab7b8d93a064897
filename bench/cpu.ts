import { type Process, processesBelow } from './processes.ts';

/** Seconds of CPU time that this process and all below it have used so far. Linux only. */
export function cpuSeconds(counts: (process: Process) => boolean = () => true): number {
  return processesBelow()
    .filter(counts)
    .reduce((sum, { seconds }) => sum + seconds, 0);
}
