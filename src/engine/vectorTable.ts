import { EngineError } from './errors.ts';

/** Numbers in an embedding. */
export const DIMENSIONS = 64;

const FIRST_CAPACITY = 256;

/** Throws `bad-vector` unless `vector` is 64 finite numbers. */
export function checkVector(vector: Float32Array): void {
  if (vector.length !== DIMENSIONS) {
    throw new EngineError('bad-vector', `An embedding has ${DIMENSIONS} numbers, this one has ${vector.length}.`);
  }
  if (!vector.every(Number.isFinite))
    throw new EngineError('bad-vector', 'An embedding holds a value that is no number.');
}

/** Σ a[i]·b[i] over 64 numbers from the two offsets. Four sums at a time keep the processor's adders busy. */
function dot(a: Float32Array, aStart: number, b: Float32Array, bStart: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < DIMENSIONS; i += 4) {
    s0 += (a[aStart + i] as number) * (b[bStart + i] as number);
    s1 += (a[aStart + i + 1] as number) * (b[bStart + i + 1] as number);
    s2 += (a[aStart + i + 2] as number) * (b[bStart + i + 2] as number);
    s3 += (a[aStart + i + 3] as number) * (b[bStart + i + 3] as number);
  }
  return s0 + s1 + (s2 + s3);
}

/** Vectors row by row in one growing array: adding appends, deleting moves the last row into the gap. */
export class VectorTable {
  #vectors = new Float32Array(FIRST_CAPACITY * DIMENSIONS);
  /** |v|² + spread of each row: the part of the squared distance that does not depend on the query. */
  #offsets = new Float64Array(FIRST_CAPACITY);
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  /** Appends a row and returns its number. */
  append(vector: Float32Array, spread: number): number {
    if (this.#rows === this.#offsets.length) this.#grow();
    const row = this.#rows++;
    this.write(row, vector, spread);
    return row;
  }

  write(row: number, vector: Float32Array, spread: number): void {
    this.#vectors.set(vector, row * DIMENSIONS);
    this.#offsets[row] = dot(vector, 0, vector, 0) + spread;
  }

  /** Removes a row; the last row takes its number. */
  remove(row: number): void {
    const last = --this.#rows;
    if (row === last) return;
    this.#vectors.copyWithin(row * DIMENSIONS, last * DIMENSIONS, (last + 1) * DIMENSIONS);
    this.#offsets[row] = this.#offsets[last] as number;
  }

  /**
   * Calls `visit(row, squaredDistance)` for every row whose squared distance to `query` (plus its spread) is at most the
   * limit; `visit` returns the limit from there on.
   */
  scan(query: Float32Array, visit: (row: number, squaredDistance: number) => number): void {
    const vectors = this.#vectors;
    const offsets = this.#offsets;
    const querySquare = dot(query, 0, query, 0);
    let limit = Number.POSITIVE_INFINITY;
    for (let row = 0, start = 0; row < this.#rows; row++, start += DIMENSIONS) {
      // |q − v|² = |q|² + |v|² − 2 q·v: half the work of subtracting, and exactly 0 for the same vector.
      const squared = querySquare + (offsets[row] as number) - 2 * dot(vectors, start, query, 0);
      if (squared <= limit) limit = visit(row, squared);
    }
  }

  #grow(): void {
    const vectors = new Float32Array(this.#vectors.length * 2);
    vectors.set(this.#vectors);
    this.#vectors = vectors;
    const offsets = new Float64Array(this.#offsets.length * 2);
    offsets.set(this.#offsets);
    this.#offsets = offsets;
  }
}
