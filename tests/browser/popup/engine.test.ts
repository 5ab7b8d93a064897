/** What the popup tells of the engine: that it loads, how it failed; a line that breaks is taken up again. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { idOf } from './scenarios.ts';
import { openStage, type Stage } from './stage.ts';
import { openMatched, shown } from './use.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await openMatched(stage);
});
afterEach(() => page.context().close());

test('while the models load, the camera’s picture is shown from its first frame on', async () => {
  await page.evaluate(() => {
    const loading = { phase: 'loading', progress: 0.4, step: 'network' } as const;
    window.harness.emit({ type: 'state', state: loading });
  });
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas');
    const middle = canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
    return middle !== undefined && (middle[3] ?? 0) > 0;
  });
  expect(await page.getByRole('progressbar').isVisible()).toBe(true);
  expect(await page.getByText('Getting ready').count()).toBe(0);
});

test('what the engine said of a failure is under the details, by keyboard too', async () => {
  await page.evaluate(() => {
    window.harness.emit({ type: 'state', state: { phase: 'failed', message: 'The embedder could not be read.' } });
  });
  const raw = page.getByText('The embedder could not be read.');
  await page.getByText('Details', { exact: true }).waitFor();
  expect(await raw.isVisible()).toBe(false);
  await page.getByText('Details', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await raw.waitFor();
});

test('the line breaks and comes back: the matches stay, the camera is watched again', async () => {
  await page.evaluate(() => window.harness.breakLine(true));
  await page.waitForFunction(() => window.harness.calls.filter((call) => call === 'send watch').length === 2);
  expect(await shown(page)).toEqual([idOf(0), idOf(1), idOf(2)]);
});
