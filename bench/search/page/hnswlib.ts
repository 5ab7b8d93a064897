import { loadHnswlib } from 'hnswlib-wasm';
import { type Contender, K } from '../contender.ts';

/** M and efConstruction: what its README recommends for few dimensions; more of either builds for longer. */
const M = 16;
const EF_CONSTRUCTION = 100;
const SEED = 100;

export async function openHnswlib(size: number): Promise<Contender> {
  const library = await loadHnswlib();
  const index = new library.HierarchicalNSW('l2', 64, '');
  index.initIndex(size, M, EF_CONSTRUCTION, SEED);
  return {
    settings: ['16', '24', '32', '64', '128', '256', '512'],
    add(vectors, first) {
      const labels = vectors.map((_, i) => first + i);
      index.addPoints([...vectors], labels, false);
    },
    search(query, ef) {
      if (index.getEfSearch() !== Number(ef)) index.setEfSearch(Number(ef));
      return index.searchKnn(query, K, undefined).neighbors;
    },
  };
}
