/** The places a network can run in: how each is loaded, and whether real hardware stands behind it. */
import * as tf from '@tensorflow/tfjs-core';
import { sliceByRows } from './sliceRows.ts';
import { withTimeLimit } from './timeLimit.ts';
import type { BackendName } from './types.ts';

/** The order in which backends are tried when nothing is known about their speed. */
export const BACKENDS: readonly BackendName[] = ['webgpu', 'webgl', 'wasm'];

/** Milliseconds. A backend that has not started by then hangs: WASM threads under the extension's policy do. */
const START_LIMIT = 15_000;

const loaders: Readonly<Record<BackendName, (wasmFolder: string) => Promise<unknown>>> = {
  webgpu: () => import('./kernels/webgpu.ts'),
  webgl: () => import('./kernels/webgl.ts'),
  wasm: loadWasm,
};

async function loadWasm(folder: string): Promise<void> {
  const { setWasmPaths } = await import('./kernels/wasm.ts');
  // Threads need blob: scripts, which the extension's policy blocks; setBackend would then hang for ever.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (tf.engine().registry.wasm !== undefined) return;
  setWasmPaths(folder);
  sliceByRows();
}

/**
 * Makes `backend` tfjs's current one.
 * @throws when it is not there, does not start, or does not start in time; it is out of the game then.
 */
export async function startBackend(backend: BackendName, wasmFolder: string): Promise<void> {
  await loaders[backend](wasmFolder);
  try {
    const started = await withTimeLimit(`Starting ${backend}`, START_LIMIT, tf.setBackend(backend));
    if (!started || tf.getBackend() !== backend) throw new Error(`${backend} did not start.`);
  } catch (error) {
    dropBackend(backend);
    throw error;
  }
}

/** Frees a backend that failed. A start still pending is cancelled, so that it cannot take over later. */
export function dropBackend(backend: BackendName): void {
  if (backend in tf.engine().registryFactory) tf.removeBackend(backend);
}

/** Why `backend` is no gain on this machine (a software renderer, or not there at all); undefined when it may be. */
export async function whyNotWorthwhile(backend: BackendName): Promise<string | undefined> {
  if (backend === 'wasm') return undefined;
  return backend === 'webgpu' ? whyNotWebGpu() : whyNotWebGl();
}

async function whyNotWebGpu(): Promise<string | undefined> {
  if (!('gpu' in navigator)) return 'This browser has no WebGPU.';
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) return 'WebGPU offers no adapter here.';
  return adapter.info.isFallbackAdapter || SOFTWARE.test(`${adapter.info.vendor} ${adapter.info.architecture}`)
    ? 'WebGPU is emulated in software here.'
    : undefined;
}

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

function whyNotWebGl(): string | undefined {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return 'WebGL 2 is not available.';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(renderer) ? `WebGL is emulated in software here (${renderer}).` : undefined;
}
