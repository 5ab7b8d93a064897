/** What a face says in words: how near its embedding is to faces that are known to wear a named expression. */
import type { Embedding, NamedExpression } from './types.ts';

export interface Prototype {
  readonly name: string;
  /** Other words for it, to be found by. */
  readonly words: readonly string[];
  /** Mean of unit embeddings of `count` faces that wear it: 64 numbers, shorter than unit length. */
  readonly mean: readonly number[];
  readonly count: number;
}

/** models/prototypes.json; training writes it. */
export interface PrototypeFile {
  /** The embedder's version. */
  readonly model: string;
  /** Of the softmax over squared distances, calibrated on faces with known labels. */
  readonly temperature: number;
  readonly prototypes: readonly Prototype[];
}

export type Namer = (embedding: Embedding) => readonly NamedExpression[];

/** |q − x|² averaged over the faces x of a prototype: 2 − 2 q·mean, as all are of unit length. */
function expectedSquaredDistance(embedding: Embedding, mean: readonly number[]): number {
  return 2 - 2 * mean.reduce((sum, value, i) => sum + value * (embedding[i] ?? 0), 0);
}

/** Names an embedding: all prototypes' names, likeliest first; the likenesses add up to 1. */
export function createNamer({ prototypes, temperature }: PrototypeFile): Namer {
  return (embedding) => {
    const squared = prototypes.map(({ mean }) => expectedSquaredDistance(embedding, mean));
    const nearest = Math.min(...squared);
    const weights = squared.map((value) => Math.exp((nearest - value) / temperature));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return prototypes
      .map(({ name }, i) => ({ name, likeness: (weights[i] ?? 0) / total }))
      .toSorted((a, b) => b.likeness - a.likeness);
  };
}
