/** UMAP of a sample: points whose neighbours in two dimensions are their neighbours among the embeddings. */
import { UMAP } from 'umap-js';
import { nearest } from './nearest.ts';
import { principalPlane } from './principal-plane.ts';
import { createRandom } from './random.ts';

/** Neighbours that each point holds on to: fewer tear the map into islands, more blur it. */
const NEIGHBOURS = 15;
/** How near points may come: UMAP's default is 0.1; more leaves room for pictures between them. */
const LEAST_DISTANCE = 0.3;
/** Rounds of the optimisation. UMAP's default for this many is 400 to 500; the map hardly changes after these. */
const ROUNDS = 250;

/**
 * Lays out `count` unit vectors. The same vectors give the same points, on every machine with the same arithmetic.
 * Calls `progress` with 0 to 1. @returns x and y of each
 */
export function umapOf(
  vectors: Float32Array,
  count: number,
  progress: (part: number) => void,
): Float32Array<ArrayBuffer> {
  const k = Math.min(NEIGHBOURS, count - 1);
  const [indices, distances]: [number[][], number[][]] = [[], []];
  for (let row = 0; row < count; row += 1) {
    const { rows, squared } = nearest(vectors, count, vectors, row, k);
    indices.push([...rows]);
    distances.push([...squared].map(Math.sqrt));
    if (row % 200 === 0) progress((SEARCH * row) / count);
  }
  const umap = new UMAP({ nNeighbors: k, nEpochs: ROUNDS, minDist: LEAST_DISTANCE, random: createRandom(1) });
  umap.setPrecomputedKNN(indices, distances);
  // The neighbours are known, so that UMAP asks of the data only how many there are.
  umap.initializeFit(indices);
  startFrom(umap.getEmbedding(), principalPlane(vectors, count));
  for (let round = 0; round < ROUNDS; round += 1) {
    umap.step();
    if (round % 5 === 0) progress(SEARCH + ((1 - SEARCH) * round) / ROUNDS);
  }
  return Float32Array.from(umap.getEmbedding().flat());
}

/** The part of the time that goes into finding neighbours. */
const SEARCH = 0.2;

/** UMAP starts at random places, which folds the whole; from the plane in which faces differ most it keeps its order. */
function startFrom(embedding: number[][], plane: Float32Array): void {
  embedding.forEach((point, row) => {
    point[0] = plane[2 * row] ?? 0;
    point[1] = plane[2 * row + 1] ?? 0;
  });
}
