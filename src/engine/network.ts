/** The embedder's network on one tfjs backend. This file, backends.ts and kernels/ know tfjs. */
import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { CROP_SIZE, type Crop } from './aligner.ts';
import { startBackend } from './backends.ts';
import { withTimeLimit } from './timeLimit.ts';
import type { BackendName, Embedding } from './types.ts';
import { DIMENSIONS } from './vectorTable.ts';

export type NetworkWeights = tf.io.ModelArtifacts;

/** Faces in one call at most. Parts of 8, 4, 2 and 1 make a GPU compile four shapes and no more. */
const LARGEST_BATCH = 8;
/** Milliseconds. The first call compiles shaders: 3.5 s in SwiftShader on two cores. */
const FIRST_CALL_LIMIT = 40_000;
const CALL_LIMIT = 10_000;
/** How far an embedding's length may be from 1; a lost device yields zeros. */
const LENGTH_TOLERANCE = 1e-2;

/** Reads the network's files once; every backend's copy is made from them. @throws when they cannot be fetched. */
export async function fetchWeights(url: string): Promise<NetworkWeights> {
  const handler = tf.io.http(url);
  if (!handler.load) throw new Error('tfjs cannot load over HTTP here.');
  return handler.load();
}

function inputOf(crops: readonly Crop[]): Float32Array {
  const size = CROP_SIZE * CROP_SIZE * 3;
  const input = new Float32Array(crops.length * size);
  for (const [n, crop] of crops.entries()) {
    for (let i = 0; i < size; i++) input[n * size + i] = (crop[i] as number) / 255;
  }
  return input;
}

function checkLengths(embeddings: readonly Embedding[]): void {
  for (const embedding of embeddings) {
    const length = Math.hypot(...embedding);
    if (!(Math.abs(length - 1) < LENGTH_TOLERANCE)) {
      throw new Error(`The network's output has length ${length} instead of 1.`);
    }
  }
}

export class Network {
  readonly #model: GraphModel;

  private constructor(
    readonly backend: BackendName,
    model: GraphModel,
  ) {
    this.#model = model;
  }

  /** Starts `backend`, loads the weights into it and makes a first call. @throws when any of it fails or hangs. */
  static async start(backend: BackendName, weights: NetworkWeights, wasmFolder: string): Promise<Network> {
    await startBackend(backend, wasmFolder);
    const network = new Network(backend, await loadGraphModel(tf.io.fromMemory(weights)));
    const blank: Crop = new Uint8Array(CROP_SIZE * CROP_SIZE * 3).fill(128);
    await withTimeLimit(`The first call on ${backend}`, FIRST_CALL_LIMIT, network.#call([blank]));
    return network;
  }

  /** @throws when the backend fails, hangs, or yields vectors that are not of unit length. */
  async embed(crops: readonly Crop[]): Promise<Embedding[]> {
    const embeddings: Embedding[] = [];
    let size = LARGEST_BATCH;
    while (embeddings.length < crops.length) {
      while (size > crops.length - embeddings.length) size /= 2;
      const batch = crops.slice(embeddings.length, embeddings.length + size);
      embeddings.push(...(await withTimeLimit(`Embedding on ${this.backend}`, CALL_LIMIT, this.#call(batch))));
    }
    return embeddings;
  }

  /** Frees the weights. Its backend must be the current one. */
  dispose(): void {
    this.#model.dispose();
  }

  async #call(crops: readonly Crop[]): Promise<Embedding[]> {
    // Floats are made here and not by the backend: WebGPU's cast from int32 computes wrong numbers in tfjs 4.22.
    const input = tf.tensor(inputOf(crops), [crops.length, CROP_SIZE, CROP_SIZE, 3], 'float32');
    const output = tf.tidy(() => this.#model.predict(input));
    input.dispose();
    if (!(output instanceof tf.Tensor)) throw new Error('The network must have one output.');
    try {
      const data = Float32Array.from(await output.data());
      const embeddings = crops.map((_, n) => data.slice(n * DIMENSIONS, (n + 1) * DIMENSIONS));
      checkLengths(embeddings);
      return embeddings;
    } finally {
      output.dispose();
    }
  }
}

/** Live tensors: must not grow from frame to frame. */
export function liveTensors(): number {
  return tf.memory().numTensors;
}
