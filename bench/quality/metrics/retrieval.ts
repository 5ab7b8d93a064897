/** Every face asks for others that wear its label. */
import { type Figure, meanOver } from './bootstrap.ts';
import { between, type Vector } from './distance.ts';

const NEAREST = 5;

export interface Retrieval {
  /** Mean share of a face's five nearest others that have its label. */
  readonly precisionAt5: Figure;
  /** Mean over faces of the average precision of the whole ranking. */
  readonly meanAveragePrecision: Figure;
}

/** Of a ranking of hits and misses: the share of hits among the first five, and the average precision. */
export function scoreRanking(hits: readonly boolean[]): { readonly precision: number; readonly average: number } {
  let [found, sum] = [0, 0];
  for (const [place, isHit] of hits.entries()) {
    if (!isHit) continue;
    found += 1;
    sum += found / (place + 1);
  }
  const precision = hits.slice(0, NEAREST).filter(Boolean).length / NEAREST;
  return { precision, average: found === 0 ? 0 : sum / found };
}

/** A face that was not found scores what chance would; as an answer it comes last. */
export function retrieval(vectors: readonly Vector[], labels: readonly string[]): Retrieval {
  const precisions: number[] = [];
  const averages: number[] = [];
  for (const [query, vector] of vectors.entries()) {
    const others = labels.map((_, i) => i).filter((i) => i !== query);
    if (vector) {
      const distances = Float64Array.from(vectors, (other) => between(vector, other));
      const far = (i: number): number => (Number.isNaN(distances[i]) ? Number.POSITIVE_INFINITY : (distances[i] ?? 0));
      others.sort((a, b) => far(a) - far(b) || a - b);
    }
    const hits = others.map((i) => labels[i] === labels[query]);
    const chance = hits.filter(Boolean).length / hits.length;
    const { precision, average } = vector ? scoreRanking(hits) : { precision: chance, average: chance };
    precisions.push(precision);
    averages.push(average);
  }
  const queries = Uint32Array.from(precisions.keys());
  return {
    precisionAt5: meanOver(precisions, [queries], queries.length),
    meanAveragePrecision: meanOver(averages, [queries], queries.length),
  };
}
