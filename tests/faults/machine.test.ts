/** The machine under Gurn: camera pulled out, lid closed. The popup stays open and shows matches again. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from '../browser/support/eventually.ts';
import { openStage, type Stage } from './support/stage.ts';
import { suspend } from './support/suspend.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
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
