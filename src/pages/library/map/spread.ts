/** A sample in which every expression has its share, however rare its faces are. */
import { createRandom } from './random.ts';

/**
 * At most `most` of the rows, each named by `worn[row]`: one face of every name in turn, until there are enough.
 * Among faces of one name chance decides, the same each time.
 */
export function spreadSample(worn: ArrayLike<number>, most: number): number[] {
  const groups = new Map<number, number[]>();
  for (const row of shuffled(worn.length)) {
    const name = worn[row] ?? 0;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  const sample: number[] = [];
  const wanted = Math.min(most, worn.length);
  for (let turn = 0; sample.length < wanted; turn += 1) {
    for (const group of groups.values()) {
      const row = group[turn];
      if (row !== undefined && sample.length < wanted) sample.push(row);
    }
  }
  return sample;
}

function shuffled(count: number): number[] {
  const random = createRandom(count);
  const rows = Array.from({ length: count }, (_, row) => row);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [rows[last], rows[other]] = [rows[other] ?? 0, rows[last] ?? 0];
  }
  return rows;
}
