import { DIMENSIONS, outOfMemory, type VectorTable } from '../vectorTable.ts';
import { instantiateKernel, type Kernel } from './kernel.ts';

/** The first scan's rows. Each scan is twice as long as the one before: few rows are measured before a limit is known. */
const FIRST_SCAN = 64;
/** WebAssembly's memory grows in steps of this many bytes. */
const PAGE = 65_536;
/** The memory grows by this part of itself, so that growing, which is slow, is rare. Untouched pages cost nothing. */
const GROWTH = 1 / 8;

/** The vectors in the memory of a WebAssembly kernel, with codes that bound each distance: see docs/search.md. */
export class KernelTable implements VectorTable {
  readonly #kernel: Kernel;
  #input: Float32Array;
  #found: Uint32Array;
  #squares: Float64Array;
  #rows = 0;

  /** @throws what `instantiateKernel` throws */
  constructor(kernel: Kernel = instantiateKernel()) {
    this.#kernel = kernel;
    [this.#input, this.#found, this.#squares] = viewsOf(kernel);
  }

  append(vector: Float32Array, spread: number): number {
    this.#reserve(this.#rows + 1);
    this.write(this.#rows, vector, spread);
    return this.#rows++;
  }

  write(row: number, vector: Float32Array, spread: number): void {
    this.#input.set(vector);
    this.#kernel.put(row, spread);
  }

  remove(row: number): void {
    const last = --this.#rows;
    if (row !== last) this.#kernel.move(last, row);
  }

  clear(): void {
    this.#rows = 0;
  }

  measure(query: Float32Array, rows: Iterable<number>, visit: (row: number, squared: number) => void): void {
    this.#aim(query);
    for (const row of rows) visit(row, this.#kernel.measure(row));
  }

  scan(query: Float32Array, visit: (row: number, squared: number) => number): void {
    this.#aim(query);
    let limit = Number.POSITIVE_INFINITY;
    for (let from = 0, length = FIRST_SCAN; from < this.#rows; length = Math.min(2 * length, this.#kernel.capacity)) {
      const to = Math.min(this.#rows, from + length);
      const count = this.#kernel.scan(from, to, limit);
      for (let i = 0; i < count; i++) {
        const squared = this.#squares[i] as number;
        if (squared <= limit) limit = visit(this.#found[i] as number, squared);
      }
      from = to;
    }
  }

  #aim(query: Float32Array): void {
    this.#input.set(query);
    this.#kernel.aim();
  }

  /** Nothing moves when the memory grows, and nothing is lost when it cannot. */
  #reserve(rows: number): void {
    const { memory, bytesFor } = this.#kernel;
    const has = memory.buffer.byteLength;
    const missing = bytesFor(rows) - has;
    if (missing <= 0) return;
    if (!grow(memory, Math.max(missing, has * GROWTH)) && !grow(memory, missing)) throw outOfMemory(rows - 1);
    [this.#input, this.#found, this.#squares] = viewsOf(this.#kernel);
  }
}

/** Growing detaches every view of the memory. */
function viewsOf({ memory, input, found, squares, capacity }: Kernel): [Float32Array, Uint32Array, Float64Array] {
  return [
    new Float32Array(memory.buffer, input, DIMENSIONS),
    new Uint32Array(memory.buffer, found, capacity),
    new Float64Array(memory.buffer, squares, capacity),
  ];
}

function grow(memory: WebAssembly.Memory, bytes: number): boolean {
  try {
    memory.grow(Math.ceil(bytes / PAGE));
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
