/** A picture comes in once: the same bytes are told, and one that only looks the same is the person's to decide. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/extension.ts';
import { choose, file, openEmpty } from './bring-in.ts';
import { card, draw, ended, openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.end());
afterEach(() => page.close());

test('the same bytes come in once; a smaller copy is offered for merging, and the larger picture stays', async () => {
  const [small, large] = await draw(stage, [
    { seed: 6, width: 200, type: 'image/webp' },
    { seed: 6, width: 480 },
  ]);
  if (!small || !large) throw new Error('nothing was drawn');
  page = await openEmpty(stage);
  await choose(page, [file('little.webp', small), file('again.webp', small)]);
  expect(await ended(page)).toContain('1 already in your library');
  await choose(page, [file('grand.jpg', large)]);
  await page.getByText('1 picture looks like one you have').waitFor();
  expect(await stage.memes()).toHaveLength(2);
  await card(page).getByRole('button', { name: 'Merge', exact: true }).click();
  const [left, ...others] = await eventually(
    () => stage.memes(),
    (memes) => memes.length === 1,
  );
  expect(others).toEqual([]);
  expect(left).toMatchObject({ width: 480, name: 'little', tags: ['grand'] });
  await card(page).getByText('1 merged').waitFor();
});

test('pictures that look alike may both be kept', async () => {
  const [small, large] = await draw(stage, [
    { seed: 7, width: 200 },
    { seed: 7, width: 400, type: 'image/webp' },
  ]);
  if (!small || !large) throw new Error('nothing was drawn');
  page = await openEmpty(stage);
  await choose(page, [file('little.jpg', small), file('grand.webp', large)]);
  await ended(page);
  await card(page).getByRole('button', { name: 'Keep both' }).click();
  await card(page).getByText('beside one that looks like it').waitFor();
  expect(await stage.memes()).toHaveLength(2);
});
