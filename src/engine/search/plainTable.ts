import { DIMENSIONS, outOfMemory, type VectorTable } from '../vectorTable.ts';

const FIRST_CAPACITY = 256;

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

/** Plain JavaScript, one growing array: where WebAssembly or its SIMD is missing, and what the kernel is tested against. */
export class PlainTable implements VectorTable {
  #vectors = new Float32Array(FIRST_CAPACITY * DIMENSIONS);
  /** |v|² + spread of each row: the part of the squared distance that does not depend on the query. */
  #offsets = new Float64Array(FIRST_CAPACITY);
  #rows = 0;

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

  remove(row: number): void {
    const last = --this.#rows;
    if (row === last) return;
    this.#vectors.copyWithin(row * DIMENSIONS, last * DIMENSIONS, (last + 1) * DIMENSIONS);
    this.#offsets[row] = this.#offsets[last] as number;
  }

  clear(): void {
    this.#rows = 0;
  }

  measure(query: Float32Array, rows: Iterable<number>, visit: (row: number, squared: number) => void): void {
    const querySquare = dot(query, 0, query, 0);
    for (const row of rows) visit(row, this.#squared(row, query, querySquare));
  }

  scan(query: Float32Array, visit: (row: number, squared: number) => number): void {
    const querySquare = dot(query, 0, query, 0);
    let limit = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.#rows; row++) {
      const squared = this.#squared(row, query, querySquare);
      if (squared <= limit) limit = visit(row, squared);
    }
  }

  /** |q − v|² = |q|² + |v|² − 2 q·v: half the work of subtracting, and exactly 0 for the same vector. */
  #squared(row: number, query: Float32Array, querySquare: number): number {
    return querySquare + (this.#offsets[row] as number) - 2 * dot(this.#vectors, row * DIMENSIONS, query, 0);
  }

  /** @throws EngineError `out-of-memory`; the table stays as it was. */
  #grow(): void {
    const [vectors, offsets] = allocate(this.#offsets.length * 2, this.#rows);
    vectors.set(this.#vectors);
    offsets.set(this.#offsets);
    this.#vectors = vectors;
    this.#offsets = offsets;
  }
}

function allocate(capacity: number, rows: number): [Float32Array<ArrayBuffer>, Float64Array<ArrayBuffer>] {
  try {
    return [new Float32Array(capacity * DIMENSIONS), new Float64Array(capacity)];
  } catch (cause) {
    throw outOfMemory(rows, cause);
  }
}
