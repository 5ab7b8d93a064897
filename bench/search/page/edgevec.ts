import init, { EdgeVec, EdgeVecConfig, JsIndexType } from 'edgevec';
import { type Contender, K } from '../contender.ts';

const M = 16;
const EF_CONSTRUCTION = 100;

/** Its flat index takes bits only, and its quantised search only the Hamming metric: the graph it is. */
export async function openEdgevec(ef: number): Promise<Contender> {
  await init();
  const config = new EdgeVecConfig(64);
  config.indexType = JsIndexType.Hnsw;
  config.metric = 'l2';
  config.m = M;
  config.m0 = 2 * M;
  config.ef_construction = EF_CONSTRUCTION;
  // Fixed once it is built.
  config.ef_search = ef;
  const index = new EdgeVec(config);
  const numbers = new Map<number, number>();
  return {
    settings: [String(ef)],
    add(vectors, first) {
      for (const [i, vector] of vectors.entries()) numbers.set(index.insert(vector), first + i);
    },
    search(query) {
      const found = index.search(query, K) as readonly { readonly id: number }[];
      return found.map(({ id }) => numbers.get(id) ?? -1);
    },
  };
}
