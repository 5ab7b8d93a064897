/** The two directions in which vectors differ most (principal components), by power iteration. */
import { createRandom } from './random.ts';
import { dimensions } from './vectors.ts';

/** Multiplications until a direction settles; it need not be exact. */
const TURNS = 60;
/** Half the width of the square that UMAP starts in. */
const REACH = 10;

/** Where `count` vectors fall on that plane, scaled to -10 … 10. @returns x and y of each */
export function principalPlane(vectors: Float32Array, count: number): Float32Array {
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < count * dimensions; at += 1) add(mean, at % dimensions, (vectors[at] ?? 0) / count);
  const centred = vectors.slice(0, count * dimensions).map((value, at) => value - (mean[at % dimensions] ?? 0));
  const first = mainDirection(centred, []);
  const second = mainDirection(centred, [first]);
  const plane = new Float32Array(2 * count);
  [first, second].forEach((axis, which) => {
    for (let row = 0; row < count; row += 1) plane[2 * row + which] = along(centred, row, axis);
  });
  const reach = plane.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return plane.map((value) => (REACH * value) / reach);
}

function along(vectors: Float32Array, row: number, axis: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < dimensions; i += 1) sum += (vectors[row * dimensions + i] ?? 0) * (axis[i] ?? 0);
  return sum;
}

/** Turns a vector by the covariance until it lies along the main direction that is square to `others`. */
function mainDirection(centred: Float32Array, others: readonly Float64Array[]): Float64Array {
  const covariance = covarianceOf(centred);
  const random = createRandom(7);
  let axis = Float64Array.from({ length: dimensions }, () => random() - 0.5);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const next = new Float64Array(dimensions);
    for (let at = 0; at < covariance.length; at += 1) {
      add(next, Math.floor(at / dimensions), (covariance[at] ?? 0) * (axis[at % dimensions] ?? 0));
    }
    for (const other of others) {
      const shared = next.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
      next.forEach((value, i) => {
        next[i] = value - shared * (other[i] ?? 0);
      });
    }
    const length = Math.hypot(...next) || 1;
    axis = next.map((value) => value / length);
  }
  return axis;
}

function covarianceOf(centred: Float32Array): Float64Array {
  const covariance = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < centred.length; at += dimensions) {
    for (let i = 0; i < dimensions; i += 1) {
      const value = centred[at + i] ?? 0;
      for (let j = 0; j < dimensions; j += 1) add(covariance, i * dimensions + j, value * (centred[at + j] ?? 0));
    }
  }
  return covariance;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] ?? 0) + value;
}
