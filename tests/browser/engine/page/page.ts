/** What the tests of the engine do in a page that has no extension around it. */
import { FaceDetector } from '@mediapipe/tasks-vision';
import * as tf from '@tensorflow/tfjs-core';
import {
  type BackendName,
  createEngine,
  type Engine,
  type EngineOptions,
  type IndexedImage,
} from '../../../../src/engine/index.ts';
import { fetchWeights, liveTensors, Network } from '../../../../src/engine/network.ts';
import { pixelCanvas } from '../../../../src/engine/pixelGl.ts';
import type { Embedding } from '../../../../src/engine/types.ts';
import { drawView, wholeView } from '../../../../src/engine/view.ts';
import { DRAWN_CROPS, drawnCrop } from '../../../unit/drawnCrops.ts';
import { type Paste, paint } from './paint.ts';

let engine: Engine | undefined;
const gpuErrors: string[] = [];

function current(): Engine {
  if (!engine) throw new Error('start the engine first');
  return engine;
}

/** MediaPipe's short range detector; without `canvas`, with the one that it makes itself, which has WebGL. */
function detectorOf(canvas?: OffscreenCanvas): Promise<FaceDetector> {
  const fileset = {
    wasmLoaderPath: '/assets/wasm/vision_wasm_internal.js',
    wasmBinaryPath: '/assets/wasm/vision_wasm_internal.wasm',
  };
  const modelAssetPath = '/assets/models/detectors/short_range.tflite';
  return FaceDetector.createFromOptions(fileset, {
    baseOptions: { modelAssetPath, delegate: 'CPU' },
    ...(canvas && { canvas }),
    minDetectionConfidence: 0.3,
  });
}

const page = {
  async start(options: Omit<EngineOptions, 'assets' | 'onProgress'>, assets = '/assets/') {
    engine?.dispose();
    const steps: number[] = [];
    engine = await createEngine({ ...options, assets, onProgress: ({ progress }) => steps.push(progress) });
    const { backend, refused, measured, model } = engine;
    return { backend, refused, measured, model, steps };
  },

  /** Starting is expected to fail: with which code. */
  async startFailure(assets: string): Promise<unknown> {
    return createEngine({ assets }).then(
      () => 'started',
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
    );
  },

  /** What the network in `folder` says of the drawn crops, on `backend`. */
  async embedDrawnCrops(backend: BackendName, folder: string): Promise<number[][]> {
    const weights = await fetchWeights(`${location.origin}${folder}model.json`);
    const network = await Network.start(backend, weights, `${location.origin}/assets/wasm/`);
    const embeddings: Embedding[] = [];
    // One by one, as a camera's: the shaders of a batch of another size would have to be compiled within a call's limit.
    for (let k = 0; k < DRAWN_CROPS; k++) embeddings.push(...(await network.embed([Uint8Array.from(drawnCrop(k))])));
    network.dispose();
    return embeddings.map((embedding) => [...embedding]);
  },

  async index(paste: Paste): Promise<IndexedImage & { readonly vectors: number[][] }> {
    const canvas = await paint(paste);
    const image = await current().index(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 }));
    return { ...image, vectors: image.faces.map(({ embedding }) => [...embedding]) };
  },

  /** Of black strokes on white: each an SVG path and its width in pixels. */
  async indexStrokes(strokes: readonly (readonly [path: string, width: number])[]): Promise<IndexedImage> {
    const canvas = new OffscreenCanvas(480, 360);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2D canvas');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 480, 360);
    context.strokeStyle = '#111';
    for (const [path, width] of strokes) {
      context.lineWidth = width;
      context.stroke(new Path2D(path));
    }
    return current().index(await canvas.convertToBlob());
  },

  /** What is looked at next has nothing to do with what was looked at before. */
  beginAnew: (): void => current().beginAnew(),

  async look(paste: Paste) {
    const look = await current().look(await paint(paste));
    return look && { ...look, vector: look.embedding && [...look.embedding], raw: [...(look.rawEmbedding ?? [])] };
  },

  /** Looks at one frame again and again; the live tensors after the first ten and at the end. */
  async lookOften(paste: Paste, times: number): Promise<{ early: number; late: number }> {
    const frame = await paint(paste);
    let early = 0;
    for (let i = 0; i < times; i++) {
      await current().look(frame);
      if (i === 9) early = liveTensors();
    }
    return { early, late: liveTensors() };
  },

  /** Offers `offered` frames at once; how many were taken, and whether the next one is taken when they are done. */
  async crowd(paste: Paste, offered: number): Promise<{ taken: number; takenAfterwards: boolean }> {
    const frame = await paint(paste);
    const looks = Array.from({ length: offered }, () => current().look(frame)).filter((look) => look !== undefined);
    await Promise.all(looks);
    const next = current().look(frame);
    await next;
    return { taken: looks.length, takenAfterwards: next !== undefined };
  },

  /** What MediaPipe finds when its pixels pass through memory, and through WebGL. */
  async detectBothWays(pastes: readonly Paste[]) {
    const [memory, webGl] = [await detectorOf(pixelCanvas()), await detectorOf()];
    const finds = [];
    for (const paste of pastes) {
      const image = await paint(paste);
      const picture = { image, width: image.width, height: image.height };
      const pixels = drawView(picture, wholeView(picture), 128);
      finds.push({ memory: memory.detect(pixels).detections, webGl: webGl.detect(pixels).detections });
    }
    memory.close();
    webGl.close();
    return finds;
  },

  backend: (): BackendName => current().backend,
  /** The kernels that `backend` has, once it was started. */
  kernels: (backend: BackendName): string[] => tf.getKernelsForBackend(backend).map(({ kernelName }) => kernelName),
  refused: () => current().refused,

  /** Takes the GPU away from under the running engine, as a driver's crash does. */
  loseWebGl(): void {
    const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
    gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  },

  /** Errors that WebGPU reports nowhere else, from now on. */
  watchWebGpu(): void {
    const { device } = tf.backend() as unknown as { device: EventTarget };
    device.addEventListener('uncapturederror', () => gpuErrors.push('uncaptured error'));
  },
  gpuErrors: (): readonly string[] => gpuErrors,
};

declare global {
  var enginePage: typeof page;
}
globalThis.enginePage = page;
