import { EngineError } from './errors.ts';

/** Numbers in an embedding. */
export const DIMENSIONS = 64;

/** Throws `bad-vector` unless `vector` is 64 finite numbers. */
export function checkVector(vector: Float32Array): void {
  if (vector.length !== DIMENSIONS) {
    throw new EngineError('bad-vector', `An embedding has ${DIMENSIONS} numbers, this one has ${vector.length}.`);
  }
  if (!vector.every(Number.isFinite))
    throw new EngineError('bad-vector', 'An embedding holds a value that is no number.');
}

/** What a table throws that cannot take a further row. */
export function outOfMemory(rows: number, cause?: unknown): EngineError {
  const message = `There is no memory for more than ${rows} faces. Close other tabs or remove memes, and try again.`;
  return new EngineError('out-of-memory', message, { cause });
}

/**
 * Vectors row by row: adding appends, deleting moves the last row into the gap. A squared distance counts the row's
 * spread in. Every table computes the same bits.
 */
export interface VectorTable {
  /** Appends a row and returns its number. @throws EngineError `out-of-memory`; the table stays as it was */
  append(vector: Float32Array, spread: number): number;
  /** Writes over a row. */
  write(row: number, vector: Float32Array, spread: number): void;
  /** Removes a row; the last row takes its number. */
  remove(row: number): void;
  clear(): void;
  /** Calls `visit` with the squared distance of each of the rows. */
  measure(query: Float32Array, rows: Iterable<number>, visit: (row: number, squared: number) => void): void;
  /**
   * Calls `visit` with every row whose squared distance to `query` is at most the limit; `visit` returns the limit from
   * there on. The table may not change meanwhile, nor be asked anything else.
   */
  scan(query: Float32Array, visit: (row: number, squared: number) => number): void;
}
