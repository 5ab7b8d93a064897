import { create, insertMultiple, searchVector } from '@orama/orama';
import { type Contender, K } from '../contender.ts';

/** It compares all and sorts what is similar enough: the higher the threshold, the less there is to sort. */
export function openOrama(): Contender {
  const database = create({ schema: { vector: 'vector[64]' } as const });
  return {
    settings: ['0.9', '0.8', '0.6', '0.4', '0.2', '0'],
    async add(vectors, first) {
      const documents = vectors.map((vector, i) => ({ id: String(first + i), vector: [...vector] }));
      await insertMultiple(database, documents, documents.length);
    },
    search(query, similarity) {
      const wanted = { value: [...query], property: 'vector' };
      const found = searchVector(database, {
        mode: 'vector',
        vector: wanted,
        similarity: Number(similarity),
        limit: K,
      });
      if (found instanceof Promise) throw new Error('Orama answers later, so that its time is not its own.');
      return found.hits.map(({ id }) => Number(id));
    },
  };
}
