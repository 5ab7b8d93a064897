import { median } from '../../median.ts';
import type { Changes, Contender, Plan } from '../contender.ts';
import { vectorsOf } from '../vectors.ts';

/** Changes that are timed together, and how often. */
const TOGETHER = 100;
const TIMES = 20;

const timed = (act: () => void): number => {
  const begun = performance.now();
  act();
  return performance.now() - begun;
};

/** What it costs to add and remove vectors while all others stay, and to search right after it. */
export function measureChanges(contender: Contender, { kind, size, means }: Plan): Changes {
  const adds: number[] = [];
  const removals: number[] = [];
  const searches: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const vectors = vectorsOf(kind, 3 + time, TOGETHER, means);
    const [query = new Float32Array(64)] = vectors;
    const [setting = 'none'] = contender.settings;
    adds.push(timed(() => void contender.add(vectors, size)));
    searches.push(timed(() => void contender.search(query, setting)));
    // Old ones in the middle, so that others take their places.
    const from = Math.floor((size * (time + 1)) / (TIMES + 1));
    removals.push(
      timed(() => {
        for (let i = 0; i < TOGETHER; i += 1) contender.remove?.(from + i);
      }),
    );
    for (let i = 0; i < TOGETHER; i += 1) contender.remove?.(size + i);
  }
  const each = (times: readonly number[]): number => (1000 * median(times)) / TOGETHER;
  return { addUs: each(adds), removeUs: each(removals), searchAfterMs: median(searches) };
}
