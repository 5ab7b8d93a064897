/** tfjs's WebGL backend with the kernels in need (needed.ts), where its package's own entry brings all. */
import '@tensorflow/tfjs-backend-webgl/dist/base';
import { addConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/BatchMatMul';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/FusedConv2D';
import { fusedDepthwiseConv2DConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/FusedDepthwiseConv2D';
import { meanConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Mean';
import { multiplyConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Multiply';
import { resizeBilinearConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/ResizeBilinear';
import { rsqrtConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Rsqrt';
import { sliceConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Slice';
import { subConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-backend-webgl/dist/kernels/Sum';
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
