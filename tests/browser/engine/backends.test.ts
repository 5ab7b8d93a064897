import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { BackendName } from '../../../src/engine/index.ts';
import { NEEDED } from '../../../src/engine/kernels/needed.ts';
import vectorsAsShipped from '../../unit/embedder.vectors.json' with { type: 'json' };
import vectorsInFull from '../../unit/float32/vectors.json' with { type: 'json' };
import { heads, webcam } from './photos.ts';
import { type EngineWorld, openEngineWorld } from './world.ts';

/** WebGPU without a GPU: SwiftShader, with the same numbers and none of the speed. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu'];

let world: EngineWorld | undefined;

async function open(args: readonly string[] = []): Promise<EngineWorld['page']> {
  world = await openEngineWorld(args);
  return world.page;
}
async function close(): Promise<void> {
  await world?.close();
  world = undefined;
}

const cosine = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

describe('backends', () => {
  afterAll(close);

  it('all give the same embedding for the same pixels, with all kernels in need', {
    timeout: 400_000,
  }, async () => {
    const page = await open(SOFTWARE_GPU);
    const vectors = new Map<BackendName, number[][]>();
    for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
      const started = await page.evaluate((name) => globalThis.enginePage.start({ backend: name }), backend);
      expect(started).toMatchObject({ backend, refused: [] });
      if (backend === 'webgpu') await page.evaluate(() => globalThis.enginePage.watchWebGpu());
      const found: number[][] = [];
      for (const head of heads) {
        const { vectors } = await page.evaluate((paste) => globalThis.enginePage.index(paste), webcam(head));
        found.push(...vectors.slice(0, 1));
      }
      vectors.set(backend, found);
    }
    expect(await page.evaluate(() => globalThis.enginePage.gpuErrors())).toEqual([]);
    const wasm = vectors.get('wasm') ?? [];
    expect(wasm).toHaveLength(heads.length);
    for (const backend of ['webgl', 'webgpu'] as const) {
      for (const [i, vector] of (vectors.get(backend) ?? []).entries()) {
        expect(cosine(vector, wasm[i] ?? [])).toBeGreaterThanOrEqual(0.999);
      }
    }
    // Three people are three different vectors: the numbers mean something.
    expect(cosine(wasm[0] ?? [], wasm[1] ?? [])).toBeLessThan(0.999);
    for (const backend of vectors.keys()) {
      const kernels = await page.evaluate((name) => globalThis.enginePage.kernels(name), backend);
      expect(NEEDED.filter((name) => !kernels.includes(name))).toEqual([]);
    }
  });
});

/** What PyTorch said of the drawn crops, of the shipped network and of a small one in 32 bits. */
const PYTORCH = [
  { network: 'the shipped network', folder: '/assets/models/embedder/', vectors: vectorsAsShipped, least: 0.999 },
  { network: 'weights of 32 bits', folder: '/float32/', vectors: vectorsInFull, least: 0.9999 },
] as const;

describe('PyTorch and', () => {
  afterAll(close);

  it.each(PYTORCH)('$network agree to a cosine of $least on every backend', { timeout: 400_000 }, async (parity) => {
    const page = world?.page ?? (await open(SOFTWARE_GPU));
    for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
      const asked = [backend, parity.folder] as const;
      const found = await page.evaluate(
        ([where, folder]) => globalThis.enginePage.embedDrawnCrops(where, folder),
        asked,
      );
      const cosines = found.map((vector, k) => cosine(vector, parity.vectors[k] ?? []));
      expect(cosines).toHaveLength(parity.vectors.length);
      expect(Math.min(...cosines)).toBeGreaterThanOrEqual(parity.least);
    }
  });
});

describe('choice of the backend', () => {
  afterEach(close);

  it('passes over software renderers, says why, and hands out what it measured', async () => {
    const page = await open(SOFTWARE_GPU);
    const { backend, refused, measured, model } = await page.evaluate(() => globalThis.enginePage.start({}));
    expect(backend).toBe('wasm');
    expect(refused.map((it) => it.backend)).toEqual(['webgpu', 'webgl']);
    for (const { reason } of refused) expect(reason).toMatch(/software|available|adapter|WebGPU/);
    expect(measured).toMatchObject({ model, ms: { wasm: expect.any(Number) } });
  });

  it('believes a measurement of the same model and browser, and no other', async () => {
    const page = await open();
    const { measured } = await page.evaluate(() => globalThis.enginePage.start({ backend: 'wasm' }));
    const remembered = { ...measured, ms: { webgl: 1, wasm: 50 } };
    const started = await page.evaluate((it) => globalThis.enginePage.start({ measured: it }), remembered);
    expect(started.backend).toBe('webgl');
    const foreign = { ...remembered, model: 'another' };
    expect((await page.evaluate((it) => globalThis.enginePage.start({ measured: it }), foreign)).backend).toBe('wasm');
  });

  it('falls back when the wanted one is not there, and keeps the reason', async () => {
    // Without its flag, WebGPU has no adapter on a machine without a GPU; on one that has a GPU it is simply there.
    const page = await open(['--disable-features=WebGPU', '--disable-gpu']);
    const { backend, refused } = await page.evaluate(() => globalThis.enginePage.start({ backend: 'webgpu' }));
    expect(backend).toBe('wasm');
    expect(refused).toEqual([{ backend: 'webgpu', reason: expect.stringMatching(/\w+/) }]);
  });

  it('goes on with the next one when the GPU is lost', async () => {
    const page = await open();
    await page.evaluate(() => globalThis.enginePage.start({ backend: 'webgl' }));
    const before = await page.evaluate((it) => globalThis.enginePage.look(it), webcam('first'));
    await page.evaluate(() => globalThis.enginePage.loseWebGl());
    const after = await page.evaluate((it) => globalThis.enginePage.look(it), webcam('first'));
    expect(await page.evaluate(() => globalThis.enginePage.backend())).toBe('wasm');
    expect(cosine(before?.vector ?? [], after?.vector ?? [])).toBeGreaterThanOrEqual(0.999);
    expect(await page.evaluate(() => globalThis.enginePage.refused())).toContainEqual(
      expect.objectContaining({ backend: 'webgl' }),
    );
  });

  it('says which assets are missing', async () => {
    const page = await open();
    expect(await page.evaluate(() => globalThis.enginePage.startFailure('/nowhere/'))).toBe('assets-missing');
  });
});
