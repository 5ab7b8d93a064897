/**
 * Triplet prediction accuracy as FEC defines it (Vemulapalli and Agarwala, 2019): of three faces, the pair that people
 * judge most alike must be the closest pair of the embedding. Chance is one in three.
 */
import { createRandom } from '../../random.ts';
import { type Figure, meanOver } from './bootstrap.ts';
import { between, type Vector } from './distance.ts';

/** Which pair of a triple (0: first and second, 1: second and third, 2: first and third) is meant. */
type Sides = readonly [number, number, number];

export interface Triples {
  /** Places of the first, second and third faces. */
  readonly members: readonly [Uint32Array, Uint32Array, Uint32Array];
  /** Which side the judge finds most alike. */
  readonly closest: Uint8Array;
  /** Faces that were drawn from. */
  readonly count: number;
}

export interface Draw {
  readonly count: number;
  /** Triples drawn at random; all there are when that is fewer. */
  readonly draws: number;
  /** How much nearer the most alike pair must be than the next: people would not agree either otherwise. */
  readonly margin: number;
  readonly judge: (a: number, b: number) => number;
}

const sidesOf = (distance: (a: number, b: number) => number, [a, b, c]: Sides): Sides => [
  distance(a, b),
  distance(b, c),
  distance(a, c),
];

function* allTriples(count: number): Generator<Sides> {
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) for (let c = b + 1; c < count; c += 1) yield [a, b, c];
  }
}

function* randomTriples(count: number, draws: number): Generator<Sides> {
  const random = createRandom(5);
  const one = (): number => Math.floor(random.next() * count);
  for (let i = 0; i < draws; i += 1) {
    const [a, b, c] = [one(), one(), one()];
    if (a !== b && b !== c && a !== c) yield [a, b, c];
  }
}

/** Triples on which the judge is clear. */
export function drawTriples({ count, draws, margin, judge }: Draw): Triples {
  const isFew = (count * (count - 1) * (count - 2)) / 6 <= draws;
  const kept: Sides[] = [];
  const closest: number[] = [];
  for (const triple of isFew ? allTriples(count) : randomTriples(count, draws)) {
    const sides = sidesOf(judge, triple);
    const [nearest = 0, next = 0] = sides.toSorted((a, b) => a - b);
    if (next - nearest < margin || next === nearest) continue;
    kept.push(triple);
    closest.push(sides.indexOf(nearest));
  }
  const column = (place: 0 | 1 | 2): Uint32Array => Uint32Array.from(kept, (triple) => triple[place]);
  return { members: [column(0), column(1), column(2)], closest: Uint8Array.from(closest), count };
}

/** 1 when the judge's side is the shortest, shared out among equals; a third where a face was not found. */
export function scoreOf(sides: Sides, closest: number): number {
  if (sides.some(Number.isNaN)) return 1 / 3;
  const shortest = Math.min(...sides);
  if (sides[closest] !== shortest) return 0;
  return 1 / sides.filter((side) => side === shortest).length;
}

export function tripletAccuracy(vectors: readonly Vector[], { members, closest, count }: Triples): Figure {
  const distance = (a: number, b: number): number => between(vectors[a], vectors[b]);
  const [first, second, third] = members;
  const scores = Float64Array.from(closest, (side, t) =>
    scoreOf(sidesOf(distance, [first[t] as number, second[t] as number, third[t] as number]), side),
  );
  return meanOver(scores, members, count);
}
