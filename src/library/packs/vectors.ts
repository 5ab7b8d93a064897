/** `vectors.f32`: rows of 64 little-endian 32-bit floats. */
import { DIMENSIONS, type Face } from '../schema.ts';

/** Bytes of a row. */
export const ROW = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;

/** How far a unit vector's length may be from 1: float32 rounding of 64 terms is a thousandth of this. */
const TOLERANCE = 1e-3;

export function encode(vectors: readonly Float32Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(vectors.length * ROW);
  const view = new DataView(bytes.buffer);
  vectors.forEach((vector, row) => {
    vector.forEach((value, i) => {
      view.setFloat32(row * ROW + i * Float32Array.BYTES_PER_ELEMENT, value, true);
    });
  });
  return bytes;
}

/** The vector in `row`, in memory of its own. */
export function rowOf(view: DataView, row: number): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: DIMENSIONS }, (_, i) =>
    view.getFloat32(row * ROW + i * Float32Array.BYTES_PER_ELEMENT, true),
  );
}

/** Can a face of this origin have this vector? A found face's has unit length; a mean of such is no longer. */
export function isSound({ origin, spread }: Pick<Face, 'origin' | 'spread'>, vector: Float32Array): boolean {
  const length = Math.hypot(...vector);
  if (vector.length !== DIMENSIONS || !Number.isFinite(length)) return false;
  const isMean = origin === 'placed' || origin === 'taught';
  if (!isMean) return Math.abs(length - 1) <= TOLERANCE && spread === 0;
  // The spread of a mean follows from its length, or the face would seem nearer than it is.
  return Math.abs(1 - length * length - spread) <= 2 * TOLERANCE;
}
