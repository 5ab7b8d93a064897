/** tfjs on WASM without a browser, all of it: its package's own entry brings every kernel. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

export async function startWasm(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const backend = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${join(dirname(backend), 'wasm-out')}/`);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WASM backend did not start');
}

/** Reads model.json and its weights from disk, where Node's fetch has no reach. */
export function fromDisk(folder: string): tf.io.IOHandler {
  return {
    async load() {
      const json: tf.io.ModelJSON = JSON.parse(readFileSync(join(folder, 'model.json'), 'utf8'));
      return tf.io.getModelArtifactsForJSON(json, async (manifest) => {
        const specs = manifest.flatMap((group) => group.weights);
        const bytes = manifest.flatMap((group) => group.paths.map((path) => readFileSync(join(folder, path))));
        return [specs, new Uint8Array(Buffer.concat(bytes)).buffer];
      });
    },
  };
}
