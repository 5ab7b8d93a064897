/** What matching needs is ended at every step of opening the popup: it shows matches without being opened again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveResult } from '../../tools/driver/live.ts';
import type { Target } from '../../tools/driver/target.ts';
import { eventually } from '../browser/support/eventually.ts';
import { KEY } from './probe/steps.ts';
import { endAtEveryStep, type Run } from './support/loop.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // The first time, the backends are measured and the stickers placed.
  await stage.fresh();
  await matchesIn(await stage.gurn.clickToolbar(stage.page));
});
afterAll(() => stage.end());

const shown = (popup: Target): Promise<number> => popup.evaluate(() => document.querySelectorAll('.match img').length);
const matchesIn = (popup: Target): Promise<number> =>
  eventually(
    () => shown(popup),
    (count) => count > 0,
    60_000,
  );

/** Nothing of Gurn's runs. */
async function allAsleep(): Promise<void> {
  await stage.gurn.closePopups();
  await stage.stopOffscreen();
  await stage.fresh();
}

async function recover(popup: Target): Promise<{ became: string; wrong: string[] }> {
  const began = Date.now();
  try {
    await matchesIn(popup);
    return { became: `matches after ${((Date.now() - began) / 1000).toFixed(1)} s`, wrong: [] };
  } catch {
    const text = await popup.evaluate(() => document.body.textContent ?? '');
    return { became: text.slice(0, 80), wrong: [`no matches: ${text.slice(0, 200)}`] };
  }
}

async function openWithNewWorker(at: number): Promise<Target> {
  await allAsleep();
  await stage.armNextWorker(at);
  await stage.stopWorker();
  return stage.gurn.clickToolbar(stage.page);
}

async function stepsOfWorker(): Promise<readonly string[]> {
  await matchesIn(await openWithNewWorker(-1));
  return stage.stepsOf(await stage.worker());
}

async function endWorker(at: number): Promise<Run | undefined> {
  const popup = await openWithNewWorker(at);
  const step = await stage.standsBefore(async () => (await shown(popup)) > 0);
  if (step === undefined) return undefined;
  await stage.stopWorker();
  return { step, ...(await recover(popup)) };
}

it('shows matches, wherever the worker ends while the popup opens', async () => {
  expect(await endAtEveryStep('Matching', stepsOfWorker, endWorker)).toEqual([]);
});

async function phases(): Promise<readonly string[]> {
  await allAsleep();
  await matchesIn(await stage.gurn.clickToolbar(stage.page));
  const offscreen = await stage.gurn.offscreen();
  const names = await offscreen.evaluate(() => performance.getEntriesByType('mark').map(({ name }) => name));
  return [...new Set(names.filter((name) => name.startsWith('gurn:')))];
}

async function endDocument(_: number, phase: string): Promise<Run | undefined> {
  await allAsleep();
  await stage.views.evaluate(([key, mark]) => localStorage.setItem(key, mark), [KEY, phase] as const);
  const popup = await stage.gurn.clickToolbar(stage.page);
  // It may end before anybody could get hold of it, and the next one comes at once: hence the ids.
  const mortal = new Set<string>();
  const waits = async () => {
    // In this order: what was there before the mark was reached is what ends at it.
    const there = await stage.offscreens();
    const still = await stage.views.evaluate((key) => localStorage.getItem(key) !== null, KEY);
    if (still) for (const id of there) mortal.add(id);
    return still;
  };
  await eventually(waits, (still) => !still, 60_000);
  if (!(await stage.areGone(mortal))) return { step: phase, became: 'it lives on', wrong: ['it did not end'] };
  await liveResult(popup, 1);
  return { step: phase, ...(await recover(popup)) };
}

it('shows matches, at whatever phase the document with camera and models ends', async () => {
  expect(await endAtEveryStep('Looking', phases, endDocument)).toEqual([]);
});
