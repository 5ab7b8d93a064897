/** tfjs's WASM backend copies a picture out and cuts it pixel by pixel, 1 ms for the embedder's crop; here row by row. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

interface SliceAttrs {
  readonly begin: readonly number[];
  readonly size: readonly number[];
}

interface Cut {
  /** Of the result. */
  readonly shape: number[];
  /** Where in the picture's numbers each row of the result begins, and how many numbers it has. */
  readonly starts: readonly number[];
  readonly length: number;
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

/** A cut that keeps all channels of a batch of pictures of floats. Undefined for every other cut. */
function cutOf({ shape, dtype }: tf.TensorInfo, { begin, size }: SliceAttrs): Cut | undefined {
  const [n, h, w, c] = shape;
  if (dtype !== 'float32' || shape.length !== 4 || begin.length !== 4 || !n || !h || !w || !c) return undefined;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = begin;
  const [s0 = -1, s1 = -1, s2 = -1, s3 = -1] = size;
  if (b3 !== 0 || s3 !== c || Math.min(s0, s1, s2) < 0) return undefined;
  const starts = range(b0, s0).flatMap((picture) => range(b1, s1).map((row) => ((picture * h + row) * w + b2) * c));
  return { shape: [s0, s1, s2, c], starts, length: s2 * c };
}

/** Takes the place of the WASM backend's `Slice`, once it is registered. */
export function sliceByRows(): void {
  const original = tf.getKernel('Slice', 'wasm');
  tf.unregisterKernel('Slice', 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: (params) => {
      const { x } = params.inputs;
      const cut = x && cutOf(x, params.attrs as unknown as SliceAttrs);
      if (!cut) return original.kernelFunc(params);
      const backend = params.backend as BackendWasm;
      // The result's memory first: it may move the picture's.
      const result = backend.makeOutput(cut.shape, 'float32');
      const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(result)];
      for (const [row, start] of cut.starts.entries()) {
        to.set(from.subarray(start, start + cut.length), row * cut.length);
      }
      return result;
    },
  });
}
