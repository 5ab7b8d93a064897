/** tfjs's WASM backend with the kernels in need (needed.ts), where its package's own entry brings all. */
export { setWasmPaths } from '@tensorflow/tfjs-backend-wasm/dist/base';

import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/BatchMatMul';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D';
import { fusedDepthwiseConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D';
import { meanConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Mean';
import { multiplyConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Multiply';
import { resizeBilinearConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeBilinear';
import { rsqrtConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Rsqrt';
import { sliceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Slice';
import { subConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sum';
import { transposeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Transpose';
import { registerKernel } from '@tensorflow/tfjs-core';
import { register } from './needed.ts';

register({
  Slice: sliceConfig,
  ResizeBilinear: resizeBilinearConfig,
  Sub: subConfig,
  Multiply: multiplyConfig,
  FusedConv2D: fusedConv2DConfig,
  FusedDepthwiseConv2D: fusedDepthwiseConv2DConfig,
  Add: addConfig,
  Mean: meanConfig,
  BatchMatMul: batchMatMulConfig,
  Sum: sumConfig,
  Rsqrt: rsqrtConfig,
});

// Mean and Sum call its function themselves, which lacks its part of the WebAssembly until the kernel is set up; and only
// what is registered is set up.
registerKernel(transposeConfig);
