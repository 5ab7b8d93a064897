/** The GPU is lost while the network runs on it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { openStage, type Stage } from './support/stage.ts';

/** WebGPU without a GPU: SwiftShader, with the same numbers and none of the speed. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ args: SOFTWARE_GPU });
});
afterAll(() => stage.end());

async function chooseBackend(backend: string): Promise<void> {
  await stage.views.evaluate(
    (value) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gurn');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('settings', 'readwrite');
          tx.objectStore('settings').put({ name: 'backend', value });
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
        opening.onerror = () => reject(opening.error);
      }),
    backend,
  );
}

/** What the live line says that the network runs on. */
const backendOf = (popup: Target): Promise<string> =>
  popup.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const port = chrome.runtime.connect({ name: 'gurn.live' });
        port.onMessage.addListener((event: { state?: { backend?: string } }) => {
          if (event.state?.backend === undefined) return;
          port.disconnect();
          resolve(event.state.backend);
        });
        port.postMessage({ type: 'watch', top: 3, camera: '' });
      }),
  );

it.each(['webgl', 'webgpu'])('goes on without %s when that is lost, with the same distances', async (backend) => {
  await stage.stopOffscreen();
  await chooseBackend(backend);
  await stage.fresh();
  const popup = await stage.gurn.clickToolbar(stage.page);
  const before = await liveResult(popup, 5, 120_000);
  expect(await backendOf(popup)).toBe(backend);
  const offscreen = await stage.gurn.offscreen();
  expect(await offscreen.evaluate(() => globalThis.gurnProbe.machine?.loseGpu())).toBeGreaterThan(0);
  const after = await liveResult(popup, 5, 120_000);
  expect(await backendOf(popup)).toBe('wasm');
  const distances = new Map(before.matches.map(({ meme, distance }) => [meme, distance]));
  const best = after.matches.slice(0, 3);
  expect(best.map(({ meme }) => distances.has(meme))).toEqual([true, true, true]);
  for (const { meme, distance } of best) expect(distance).toBeCloseTo(distances.get(meme) ?? 0, 1);
  expect(await popup.evaluate(() => document.querySelectorAll('.match').length)).toBeGreaterThan(0);
  await stage.gurn.closePopups();
});
