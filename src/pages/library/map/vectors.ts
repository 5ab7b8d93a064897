/** The faces' embeddings as one block of unit vectors: what the arithmetic of the map works on. */

/** Length of an embedding. */
export const dimensions = 64;

/** Copies `vectors` one after the other, each scaled to unit length: a sticker's is a mean, and shorter. */
export function unitRows(vectors: readonly ArrayLike<number>[]): Float32Array<ArrayBuffer> {
  const block = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    let squares = 0;
    for (let i = 0; i < dimensions; i += 1) squares += (vector[i] ?? 0) ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < dimensions; i += 1) block[row * dimensions + i] = (vector[i] ?? 0) * scale;
  });
  return block;
}

/** The rows `rows` of `block`, one after the other. */
export function pickRows(block: Float32Array, rows: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const picked = new Float32Array(rows.length * dimensions);
  for (let i = 0; i < rows.length; i += 1) {
    const from = (rows[i] ?? 0) * dimensions;
    picked.set(block.subarray(from, from + dimensions), i * dimensions);
  }
  return picked;
}
