import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { NEEDED } from '../../../src/engine/kernels/needed.ts';
import { filesIn } from '../../../tools/package-files.ts';
import { root } from '../../../tools/paths.ts';
import { fromDisk, startWasm } from '../tfjsInNode.ts';

/** The kernels that the network in `folder` asks for: the same on every backend. */
async function kernelsAskedFor(folder: string, crops: number): Promise<readonly string[]> {
  const asked = vi.spyOn(tf.engine(), 'runKernel');
  const model = await loadGraphModel(fromDisk(join(root, folder)));
  tf.tidy(() => model.predict(tf.zeros([crops, 112, 112, 3])));
  model.dispose();
  const names = new Set(asked.mock.calls.map(([name]) => name));
  asked.mockRestore();
  return [...names];
}

/** What the engine calls of tfjs itself, none of which runs a kernel. */
const WITHOUT_KERNEL = [
  ...['engine', 'env', 'getBackend', 'removeBackend', 'setBackend'],
  ...['getKernel', 'registerKernel', 'unregisterKernel'],
  ...['io', 'memory', 'tensor', 'Tensor', 'TensorInfo', 'tidy'],
];

const wasmKernels = join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist/kernels');

/** The files that a kernel of the WASM backend is made of, by path without `.js`. */
function* filesOf(path: string, seen = new Set<string>()): Generator<string> {
  if (seen.has(path)) return;
  seen.add(path);
  yield path;
  const imports = readFileSync(`${path}.js`, 'utf8').matchAll(/^import [^;]*? from '(\.\/[^']+)'/gm);
  for (const [, name = ''] of imports) yield* filesOf(join(path, '..', name), seen);
}

describe('the kernels of tfjs that are shipped', () => {
  beforeAll(startWasm);

  it.each(['models/embedder', 'tests/unit/float32'])('are all that the network in %s asks for', async (folder) => {
    for (const crops of [1, 8]) {
      const asked = await kernelsAskedFor(folder, crops);
      expect(asked).toContain('FusedConv2D');
      expect(asked.filter((name) => !NEEDED.some((needed) => needed === name))).toEqual([]);
    }
  });

  it('need not be more for what the engine calls of tfjs itself', () => {
    const sources = [...filesIn(join(root, 'src/engine'))].map((path) => readFileSync(path, 'utf8'));
    const called = sources.flatMap((source) => Array.from(source.matchAll(/\btf\.(\w+)/g), ([, name = '']) => name));
    expect(called).toContain('tensor');
    expect(called.filter((name) => !WITHOUT_KERNEL.includes(name))).toEqual([]);
  });

  it('are set up on WASM, those too that only other kernels call', () => {
    const ours = readFileSync(join(root, 'src/engine/kernels/wasm.ts'), 'utf8');
    const listed = Array.from(ours.matchAll(/dist\/kernels\/(\w+)'/g), ([, name = '']) => join(wasmKernels, name));
    // A kernel made by createUnaryKernel or its like has no function that others could call.
    const isSetUp = (path: string) => readFileSync(`${path}.js`, 'utf8').includes('setupFunc: ');
    const toSetUp = listed.flatMap((path) => [...filesOf(path)]).filter(isSetUp);
    expect(toSetUp).toContain(join(wasmKernels, 'Transpose'));
    expect(toSetUp.filter((path) => !listed.includes(path))).toEqual([]);
  });
});
