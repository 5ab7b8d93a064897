/** The service worker ended at every step of inserting: one copy in the message, or none and the person is told. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../browser/support/eventually.ts';
import { hasSaid, openDesk, said } from './support/desk.ts';
import { endAtEveryStep, type Run } from './support/loop.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.end());

const copies = (): Promise<number> => stage.page.locator('#box img').count();

/** A click on the best match, in a popup whose worker starts anew for it. */
async function insertWithNewWorker(at: number): Promise<Page> {
  await stage.fresh();
  const desk = await openDesk(stage, stage.page);
  await stage.armNextWorker(at);
  await stage.stopWorker();
  await desk.locator('.match').first().click();
  return desk;
}

async function stepsOfWorker(): Promise<readonly string[]> {
  const desk = await insertWithNewWorker(-1);
  expect(await said(desk)).toBe('In your message.');
  expect(await copies()).toBe(1);
  const steps = await stage.stepsOf(await stage.worker());
  await desk.close();
  return steps;
}

function judge(words: string, count: number): string[] {
  if (count > 1) return [`${count} copies`];
  if (count === 0 && /message/.test(words)) return [`none is in the message, and it said: ${words}`];
  if (count === 1 && !/message/.test(words)) return [`it is in the message, and it said: ${words}`];
  return words === '' ? ['nothing was said'] : [];
}

async function endWorker(at: number): Promise<Run | undefined> {
  const desk = await insertWithNewWorker(at);
  const step = await stage.standsBefore(() => hasSaid(desk));
  if (step !== undefined) await stage.stopWorker();
  const words = await said(desk);
  const count = await eventually(copies, (n) => n > 0 || !/message/.test(words)).catch(copies);
  await desk.close();
  if (step === undefined) return undefined;
  return { step, became: `${count} in the message: ${words}`, wrong: judge(words, count) };
}

it('leaves one copy in the message, or none and says so, wherever the worker ends', async () => {
  expect(await endAtEveryStep('Inserting', stepsOfWorker, endWorker)).toEqual([]);
});
