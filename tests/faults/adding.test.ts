/** What searches and keeps a picture is ended at every step of adding it by right-click. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toasts } from '../browser/add/toasts.ts';
import { eventually } from '../browser/support/eventually.ts';
import { addUndisturbed, judge, saidAtLast, trySecond } from './support/addition.ts';
import { chooseAdd } from './support/choose-add.ts';
import { endAtEveryStep, type Run } from './support/loop.ts';
import { openStage, type Stage } from './support/stage.ts';

type Kind = 'face' | 'none';
const WANTED = { face: 'done', none: 'question' } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  // The models are warm from now on: what is ended is one context alone.
  await addUndisturbed(stage, stage.picture());
});
afterAll(() => stage.end());

async function stepsOfWorker(kind: Kind): Promise<readonly string[]> {
  await addUndisturbed(stage, stage.picture(kind));
  return stage.stepsOf(await stage.worker());
}

const isSettled = async (): Promise<boolean> => (await toasts(stage.page)).some(({ kind }) => kind !== 'working');

async function endWorker(kind: Kind, at: number): Promise<Run | undefined> {
  const picture = stage.picture(kind);
  await stage.fresh();
  await chooseAdd(stage, picture, at);
  const step = await stage.standsBefore(isSettled);
  if (step === undefined) return undefined;
  await stage.stopWorker();
  await stage.wake();
  const said = await saidAtLast(stage);
  const wrong = await judge(stage, picture, said);
  const isTold = said?.kind === 'done' || said?.kind === 'question';
  if (!isTold) wrong.push(...(await trySecond(stage, picture, WANTED[kind])));
  return { step, became: said?.text ?? 'nothing was shown; added when tried again', wrong };
}

it('adds a picture once, or says that it did not, wherever the worker ends', async () => {
  expect(
    await endAtEveryStep(
      'Adding',
      () => stepsOfWorker('face'),
      (at) => endWorker('face', at),
    ),
  ).toEqual([]);
});

it('asks about a picture without a face, or says that it did not look, wherever the worker ends', async () => {
  const title = 'Adding a picture without a face';
  expect(
    await endAtEveryStep(
      title,
      () => stepsOfWorker('none'),
      (at) => endWorker('none', at),
    ),
  ).toEqual([]);
});

it('is taken up again without any other event: the page that says "Adding to Gurn…" wakes the worker', async () => {
  await stage.fresh();
  await chooseAdd(stage, stage.neverEnding(), -1);
  await eventually(
    () => toasts(stage.page),
    ([toast]) => toast?.kind === 'working',
  );
  await stage.stopWorker();
  expect(await saidAtLast(stage)).toMatchObject({ text: 'The browser interrupted Gurn. Add the picture again.' });
});

async function stepsOfDocument(): Promise<readonly string[]> {
  const offscreen = await stage.gurn.offscreen();
  await offscreen.evaluate(() => globalThis.gurnProbe.steps.arm(-1));
  await addUndisturbed(stage, stage.picture());
  return offscreen.evaluate(() => [...globalThis.gurnProbe.steps.taken]);
}

async function endDocument(at: number, step: string): Promise<Run | undefined> {
  const warm = await addUndisturbed(stage, stage.picture());
  const offscreen = await stage.gurn.offscreen();
  await offscreen.evaluate((step) => globalThis.gurnProbe.steps.arm(step), at);
  const picture = stage.picture();
  await stage.fresh();
  await chooseAdd(stage, picture, -1);
  const said = await saidAtLast(stage, 60_000);
  if (!(await stage.areGone(new Set([offscreen.info.targetId])))) return undefined;
  const wrong = warm.kind === 'done' ? await judge(stage, picture, said) : [`at first: ${warm.text}`];
  if (said?.kind !== 'done') wrong.push(...(await trySecond(stage, picture, 'done')));
  return { step, became: said?.text ?? 'nothing was shown', wrong };
}

it('adds a picture once, or says that it did not, wherever the document that searches it ends', async () => {
  expect(await endAtEveryStep('Searching', stepsOfDocument, endDocument)).toEqual([]);
});
