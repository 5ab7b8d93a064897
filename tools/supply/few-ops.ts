import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

/** Leaves the operations that the embedder's graph does not have out of the package. */
export const fewOps: Alias = {
  find: '@tensorflow/tfjs-core/dist/ops/ops_for_converter',
  replacement: fileURLToPath(new URL('../../src/engine/kernels/ops.ts', import.meta.url)),
};
