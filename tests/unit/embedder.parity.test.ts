import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { DRAWN_CROPS, drawnCrop } from './drawnCrops.ts';
import vectors from './embedder.vectors.json';
import vectorsInFull from './float32/vectors.json';
import { fromDisk, startWasm } from './tfjsInNode.ts';

const models = fileURLToPath(new URL('../../models/embedder/', import.meta.url));
/** A small network in 32 bits, with weights made up: see training/float32_fixture.py. */
const inFull = fileURLToPath(new URL('./float32/', import.meta.url));

function cosine(a: readonly number[], b: readonly number[]): number {
  const dot = a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b));
}

function embed(model: GraphModel, crops: readonly Float32Array[]): number[][] {
  const pixels = crops.flatMap((crop) => Array.from(crop, (value) => value / 255));
  return tf.tidy(() => {
    const input = tf.tensor4d(Float32Array.from(pixels), [crops.length, 112, 112, 3]);
    const output = model.execute({ crop: input }, 'embedding');
    if (Array.isArray(output)) throw new Error('the graph has more than one output');
    return tf.reshape(output, [crops.length, 64]).arraySync() as number[][];
  });
}

const crops = Array.from({ length: DRAWN_CROPS }, (_, k) => drawnCrop(k));

beforeAll(startWasm);

describe('the graph with weights of 32 bits, on WASM', () => {
  it('gives the vectors that PyTorch gave, to a cosine of 0.9999', async () => {
    const found = embed(await loadGraphModel(fromDisk(inFull)), crops);
    const cosines = found.map((vector, k) => cosine(vector, vectorsInFull[k] ?? []));
    expect(cosines).toHaveLength(DRAWN_CROPS);
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.9999);
  });

  it('tells the crops apart, so that the comparison means something', () => {
    const others = vectorsInFull.slice(1).map((vector) => cosine(vector, vectorsInFull[0] ?? []));
    expect(Math.max(...others)).toBeLessThan(0.999);
  });
});

describe('the shipped embedder, on WASM', () => {
  let model: GraphModel;
  let found: number[][];

  beforeAll(async () => {
    model = await loadGraphModel(fromDisk(models));
    found = embed(model, crops);
  });

  it('gives the vectors that PyTorch gave, to a cosine of 0.999', () => {
    const cosines = found.map((vector, k) => cosine(vector, vectors[k] ?? []));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.999);
  });

  it('gives vectors of unit length', () => {
    for (const vector of found) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
  });

  it('tells a closed mouth from an open one', () => {
    expect(cosine(found[0] ?? [], found[4] ?? [])).toBeLessThan(0.95);
  });

  it('gives a face alone what it gives it in a batch', () => {
    const alone = embed(model, crops.slice(2, 3))[0] ?? [];
    expect(cosine(alone, found[2] ?? [])).toBeGreaterThan(0.99999);
  });

  it('takes one crop and returns one embedding, and names its version', () => {
    const meta: { version: string } = JSON.parse(readFileSync(join(models, 'meta.json'), 'utf8'));
    expect(model.inputs.map((input) => [input.name, input.shape])).toEqual([['crop', [-1, 112, 112, 3]]]);
    expect(model.outputs.map((output) => output.name)).toEqual(['embedding']);
    expect(JSON.parse(readFileSync(join(models, 'model.json'), 'utf8')).userDefinedMetadata).toEqual({
      version: meta.version,
    });
  });
});
