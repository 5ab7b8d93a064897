/** The named expressions, for views that name many faces; the engine names the camera's own face. */
import * as v from 'valibot';

export interface Expressions {
  /** The embedder's version: faces of others cannot be named. */
  readonly model: string;
  readonly names: readonly string[];
  /** The names' mean embeddings, one after the other, `dimensions` numbers each. */
  readonly means: Float32Array<ArrayBuffer>;
  readonly dimensions: number;
}

const PrototypeFile = v.object({
  model: v.string(),
  prototypes: v.array(v.object({ name: v.string(), mean: v.array(v.number()) })),
});

/** Reads `models/prototypes.json` of the extension. @throws Error when it is missing or damaged */
export async function readExpressions(fetcher: typeof fetch = fetch): Promise<Expressions> {
  const response = await fetcher('/models/prototypes.json');
  if (!response.ok) throw new Error(`The named expressions cannot be read (status ${response.status}).`);
  const { model, prototypes } = v.parse(PrototypeFile, await response.json());
  const dimensions = prototypes[0]?.mean.length ?? 0;
  const means = Float32Array.from(prototypes.flatMap(({ mean }) => mean));
  return { model, names: prototypes.map(({ name }) => name), means, dimensions };
}

/**
 * Index of the name whose faces are nearest to the embedding: |q − x|² averaged over unit vectors x is 2 − 2 q·mean, so
 * that is the name with the largest q·mean. -1 when there are no names.
 */
export function nearestExpression({ means, dimensions }: Expressions, embedding: Float32Array): number {
  let nearest = -1;
  let best = Number.NEGATIVE_INFINITY;
  for (let name = 0, at = 0; at < means.length; name += 1, at += dimensions) {
    let dot = 0;
    for (let i = 0; i < dimensions; i += 1) dot += (means[at + i] ?? 0) * (embedding[i] ?? 0);
    if (dot > best) {
      best = dot;
      nearest = name;
    }
  }
  return nearest;
}
