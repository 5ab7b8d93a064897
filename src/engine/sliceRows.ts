/** tfjs's WASM backend cuts pictures pixel by pixel, 1 ms for the embedder's crop; here row by row. */
import * as tf from '@tensorflow/tfjs-core';

interface SliceAttrs {
  readonly begin: readonly number[];
  readonly size: readonly number[];
}

/** A cut that keeps all channels, with pixels and channels as one dimension. Undefined for every other cut. */
function joined(shape: readonly number[], { begin, size }: SliceAttrs) {
  const [n, h, w, c] = shape;
  if (shape.length !== 4 || begin.length !== 4 || !n || !h || !w || !c) return undefined;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0] = begin;
  const [s0 = -1, s1 = -1, s2 = -1, s3 = -1] = size;
  if (b3 !== 0 || s3 !== c || Math.min(s0, s1, s2) < 0) return undefined;
  return { shape: [n, h, w * c], begin: [b0, b1, b2 * c], size: [s0, s1, s2 * c], result: [s0, s1, s2, c] };
}

/** Takes the place of the WASM backend's `Slice`, once it is registered. */
export function sliceByRows(): void {
  const original = tf.getKernel('Slice', 'wasm');
  tf.unregisterKernel('Slice', 'wasm');
  tf.registerKernel({
    ...original,
    kernelFunc: (params) => {
      const { inputs, attrs, backend } = params;
      const { x } = inputs;
      const rows = x && joined(x.shape, attrs as unknown as SliceAttrs);
      if (!rows) return original.kernelFunc(params);
      const { shape, begin, size, result } = rows;
      const cut = original.kernelFunc({ inputs: { x: { ...x, shape } }, attrs: { begin, size }, backend });
      return { ...(cut as tf.TensorInfo), shape: result };
    },
  });
}
