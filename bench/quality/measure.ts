/** All that is measured of one contender in one setting. */

import type { Benchmark, SetName } from './benchmark.ts';
import type { Figure } from './metrics/bootstrap.ts';
import { componentsFor90 } from './metrics/components.ts';
import type { Vector } from './metrics/distance.ts';
import { type Drift, driftOf } from './metrics/drift.ts';
import { identityAccuracy } from './metrics/identity.ts';
import { retrieval } from './metrics/retrieval.ts';
import { type Triples, tripletAccuracy } from './metrics/triplets.ts';
import { isSamePerson } from './sets/laboratory.ts';

/** Questions about who and what that are drawn, most of which are thrown away. */
const DRAWS = 2_000_000;

export interface Measured {
  readonly title: string;
  readonly fer: Figure;
  readonly memes: Figure;
  readonly precisionAt5: Figure;
  readonly meanAveragePrecision: Figure;
  /** Smiles of the people in the laboratory; then all three expressions; then the two people of the clips. */
  readonly smiles: Figure;
  readonly expressions: Figure;
  readonly clips: Figure;
  readonly components: number;
  /** Parts of 1 of each set's pictures in which a face was found; NaN where none was shown. */
  readonly found: Readonly<Record<SetName, number>>;
  /** By the name of the change; empty where no altered portraits were shown. */
  readonly drift: Readonly<Record<string, Drift>>;
}

/** Triples are the same for all contenders. */
export interface Questions {
  readonly fer: Triples;
  readonly memes: Triples;
}

const share = (vectors: readonly Vector[]): number =>
  vectors.filter((vector) => vector !== null).length / vectors.length;

/** `vectors`: what the contender says of each set's pictures. */
export function measure(
  title: string,
  vectors: Readonly<Record<SetName, readonly Vector[]>>,
  { sets, counts }: Benchmark,
  questions: Questions,
): Measured {
  const { effect, laboratory, clips, portraits } = sets;
  const at = (places: readonly number[]): Vector[] => places.map((place) => vectors.portraits[place] ?? null);
  const first = <T>(all: readonly T[]): readonly T[] => all.slice(0, counts.laboratory);
  const people = { people: first(laboratory.people), expressions: first(laboratory.expressions) };
  const inLaboratory = { ...people, draws: DRAWS, isSame: isSamePerson };
  return {
    title,
    fer: tripletAccuracy(vectors.fer, questions.fer),
    memes: tripletAccuracy(vectors.memesReference, questions.memes),
    ...retrieval(vectors.effect, effect.labels.slice(0, counts.effect)),
    smiles: identityAccuracy(vectors.laboratory, { ...inLaboratory, of: 'happy' }),
    expressions: identityAccuracy(vectors.laboratory, inLaboratory),
    clips: identityAccuracy(vectors.clips, { ...clips, draws: DRAWS / 20, over: 'pictures' }),
    components: componentsFor90(vectors.effect),
    found: Object.fromEntries(Object.entries(vectors).map(([set, told]) => [set, share(told)])) as Measured['found'],
    drift: Object.fromEntries(
      [...(counts.portraits > 0 ? portraits.altered : [])].map(([change, places]) => [
        change,
        driftOf(at(portraits.plain), at(places)),
      ]),
    ),
  };
}
