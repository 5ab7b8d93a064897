import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sliceByRows } from '../../../src/engine/sliceRows.ts';

const SHAPE = [2, 5, 4, 3] as const;
const at = (n: number, y: number, x: number, c: number): number => n * 1000 + y * 100 + x * 10 + c;

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

type Four = readonly [number, number, number, number];

const block = ([b0, b1, b2, b3]: Four, [n, h, w, c]: Four): number[][][][] =>
  range(b0, n).map((p) =>
    range(b1, h).map((y) => range(b2, w).map((x) => range(b3, c).map((channel) => at(p, y, x, channel)))),
  );

describe('cutting a batch of pictures on WASM', () => {
  beforeAll(async () => {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
    setWasmPaths(`${join(dirname(backend), 'wasm-out')}/`);
    sliceByRows();
    await tf.setBackend('wasm');
  });

  it.each([
    ['a part with all channels', [0, 1, 1, 0], [2, 3, 2, 3], [2, 3, 2, 3]],
    ['whole rows of one picture', [1, 2, 0, 0], [1, 3, 4, 3], [1, 3, 4, 3]],
    ['all that is left', [1, 1, 2, 0], [-1, -1, -1, -1], [1, 4, 2, 3]],
    ['one channel', [0, 0, 1, 2], [2, 5, 3, 1], [2, 5, 3, 1]],
  ] as const)('%s', async (_, begin, size, [n, h, w, c]) => {
    const cut = tf.slice(tf.tensor4d(block([0, 0, 0, 0], SHAPE)), [...begin], [...size]);
    const wanted = block(begin, [n, h, w, c]);
    expect(cut.shape).toEqual([n, h, w, c]);
    expect(await cut.array()).toEqual(wanted);
  });

  it('cuts what is no picture as before', async () => {
    const cut = tf.slice(
      tf.tensor2d([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      [0, 1],
      [2, 2],
    );
    expect(await cut.array()).toEqual([
      [2, 3],
      [5, 6],
    ]);
  });
});
