/**
 * The kernels of tfjs that the embedder's network asks for, and so the only ones that Gurn ships of some 170 a backend.
 * What a kernel needs of another one it imports itself (but see wasm.ts): these are the ones looked up by name.
 * tests/unit/engine/kernels.test.ts runs the network and fails when it asks for one that is not here.
 */
import { type KernelConfig, registerKernel } from '@tensorflow/tfjs-core';

const REASONS = {
  Slice: 'the middle of the crop, which is all that the network looks at',
  ResizeBilinear: 'that, at the size the network was trained at',
  Sub: 'centres the pixels',
  Multiply: 'scales the pixels and the embedding; squares for its length',
  FusedConv2D: 'a convolution with bias and activation',
  FusedDepthwiseConv2D: 'that, of each channel alone',
  Add: "the last layer's bias, and a length that is never 0",
  Mean: 'a channel becomes one number',
  BatchMatMul: "the last layer; tfjs's name for every matrix product",
  Sum: "the embedding's length, squared",
  Rsqrt: 'one divided by that length',
} as const;

type KernelName = keyof typeof REASONS;

export const NEEDED = Object.keys(REASONS) as readonly KernelName[];

/** A backend's kernels, none forgotten. */
export type Kernels = Readonly<Record<KernelName, KernelConfig>>;

export function register(kernels: Kernels): void {
  for (const kernel of Object.values(kernels)) registerKernel(kernel);
}
