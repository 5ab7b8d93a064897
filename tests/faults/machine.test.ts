/** The machine under Gurn: GPU lost, camera pulled out, lid closed. The popup stays open and shows matches again. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from '../browser/support/eventually.ts';
import { openStage, type Stage } from './support/stage.ts';
import { suspend } from './support/suspend.ts';

/** WebGPU without a GPU: SwiftShader, with the same numbers and none of the speed. */
const SOFTWARE_GPU = ['--enable-unsafe-webgpu'];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ args: SOFTWARE_GPU });
});
afterAll(() => stage.end());
afterEach(() => stage.gurn.closePopups());

async function openPopup(): Promise<Target> {
  await stage.fresh();
  return stage.gurn.clickToolbar(stage.page);
}

const textOf = (popup: Target): Promise<string> => popup.evaluate(() => document.body?.textContent ?? '');
const says = (popup: Target, words: RegExp): Promise<string> =>
  eventually(
    () => textOf(popup),
    (text) => words.test(text),
    60_000,
  );

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

describe.each(['webgl', 'webgpu'])('%s lost while it looks', (backend) => {
  it('goes on without it, with the same distances', async () => {
    await stage.stopOffscreen();
    await chooseBackend(backend);
    const popup = await openPopup();
    const before = await liveResult(popup, 5, 120_000);
    expect(await backendOf(popup)).toBe(backend);
    const offscreen = await stage.gurn.offscreen();
    expect(await offscreen.evaluate(() => globalThis.gurnProbe.machine?.loseGpu())).toBeGreaterThan(0);
    const after = await liveResult(popup, 5, 120_000);
    const distances = new Map(before.matches.map(({ meme, distance }) => [meme, distance]));
    const best = after.matches.slice(0, 3);
    expect(best.map(({ meme }) => distances.has(meme))).toEqual([true, true, true]);
    for (const { meme, distance } of best) expect(distance).toBeCloseTo(distances.get(meme) ?? 0, 1);
    expect(await popup.evaluate(() => document.querySelectorAll('.match').length)).toBeGreaterThan(0);
    await chooseBackend('auto');
  });
});

describe('a camera that is pulled out', () => {
  it('is said to be gone, and shows matches again when it is plugged in, without a click', async () => {
    const popup = await openPopup();
    await liveResult(popup, 3);
    const offscreen = await stage.gurn.offscreen();
    await offscreen.evaluate(() => globalThis.gurnProbe.machine?.unplug());
    await says(popup, /The camera is gone|No camera found/);
    await offscreen.evaluate(() => globalThis.gurnProbe.machine?.plugIn());
    expect((await liveResult(popup, 3)).faces).toBe(1);
    await eventually(
      () => textOf(popup),
      (text) => !/camera is gone|No camera found/.test(text),
    );
  });
});

describe('a laptop that sleeps', () => {
  it('goes on when it wakes, also when the worker did not wake with it', async () => {
    const popup = await openPopup();
    const { frame } = await liveResult(popup, 3);
    await suspend(stage.gurn, 12_000);
    await stage.stopWorker();
    const after = await liveResult(popup, 3);
    expect(after.faces).toBe(1);
    expect(after.frame).not.toBe(frame);
    await eventually(
      () => popup.evaluate(() => document.querySelectorAll('.match img').length),
      (count) => count > 0,
    );
    expect(await textOf(popup)).not.toMatch(/lost its thread|does not answer/);
  });
});
