import { BOUNDS, faultsOf, type Result } from './campaign.ts';
import type { Peaks } from './memory.ts';

const counted = (texts: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
};

const memoryOf = ({ renderer, gpu }: Peaks): string =>
  [
    `extension ${Math.round(renderer)} MB (limit ${BOUNDS.rendererMegabytes} MB)`,
    `GPU process ${Math.round(gpu)} MB (limit ${BOUNDS.gpuMegabytes} MB)`,
  ].join(', ');

/** What the run found, for a terminal. Digits of a reason differ from case to case, and are left out. */
export function reportOf(result: Result): string {
  const { cases, slowest, peaks, audit, seconds } = result;
  const ends = counted(cases.map(({ end }) => end ?? 'neither'));
  const reasons = counted(cases.flatMap(({ reason }) => reason?.replace(/\d[\d,.]*/g, '#') ?? []));
  const searched = cases.filter(({ end }) => end === 'added');
  const withFaces = searched.filter(({ faces }) => faces > 0).length;
  const faults = faultsOf(result);
  return [
    `${cases.length} pictures in ${seconds.toFixed(1)} s: ${ends.map(([end, n]) => `${n} ${end}`).join(', ')}`,
    `${withFaces} of those added have a face`,
    `longest in hand: case ${slowest.number}, ${(slowest.ms / 1000).toFixed(1)} s (limit ${BOUNDS.pictureMs / 1000} s)`,
    `most memory: ${peaks ? memoryOf(peaks) : 'this system does not tell'}`,
    `library: ${audit.memes} memes, ${audit.faces} faces, ${audit.faults.length} faults`,
    'refused because:',
    ...reasons.map(([reason, n]) => `${String(n).padStart(6)}  ${reason}`),
    ...faults.map((fault) => `FAULT: ${fault}`),
    `${faults.length} faults`,
  ].join('\n');
}
