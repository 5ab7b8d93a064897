/**
 * What the converter calls for the operations of the embedder's graph. `fewOps` (tools/supply/few-ops.ts) puts this in
 * the place of tfjs's ops_for_converter, which is all operations there are: 100 KB more. tfjs means that file to be
 * replaced so. Nothing else imports this one.
 */
import { conv2d } from '@tensorflow/tfjs-core/dist/ops/fused/conv2d';
import { depthwiseConv2d } from '@tensorflow/tfjs-core/dist/ops/fused/depthwise_conv2d';
import { resizeBilinear } from '@tensorflow/tfjs-core/dist/ops/image/resize_bilinear';

export { add, matMul, mean, mul, rsqrt, scalar, slice, sub, sum } from '@tensorflow/tfjs-core';
// `scalar` is for the converter's hash tables, which are there whether a graph has one or not.
// tfjs-core's own objects of these names hold the operations that the graph has no use for, too.
export const fused = { conv2d, depthwiseConv2d };
export const image = { resizeBilinear };
