/** The matches follow a face, stand still while it is held, are as many as wanted, and are told to a screen reader. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { frame, idOf, matches } from './scenarios.ts';
import { openStage, type Stage } from './stage.ts';
import { calls, emit, openMatched, shown } from './use.ts';

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

describe('holding an expression', () => {
  test('freezes, and another held expression replaces it', async () => {
    await emit(page, frame({ heldMs: 1300, matches: matches([3, 4, 5]) }));
    await page.getByRole('button', { name: 'Frozen' }).waitFor();
    await emit(page, frame({ heldMs: 0, matches: matches([10, 11, 12]) }));
    expect(await shown(page)).toEqual([idOf(3), idOf(4), idOf(5)]);
    await emit(page, frame({ heldMs: 1300, matches: matches([13, 14, 15]) }));
    expect(await shown(page)).toEqual([idOf(13), idOf(14), idOf(15)]);
  });

  test('can be switched off', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Holding an expression freezes' }).click();
    await page.keyboard.press('Escape');
    await emit(page, frame({ heldMs: 1300 }));
    expect(await page.getByRole('button', { name: 'Frozen' }).count()).toBe(0);
    expect(await calls(page)).toContain('setting {"holdToFreeze":false}');
  });
});

test('more shows 12, then 24, fewer shows 3 again; each is asked for and remembered', async () => {
  const size = async () => (await shown(page)).length;
  await page.getByRole('button', { name: 'More' }).click();
  expect(await size()).toBe(12);
  await page.getByRole('button', { name: 'More' }).click();
  expect(await size()).toBe(24);
  await page.getByRole('button', { name: 'Fewer' }).click();
  expect(await size()).toBe(3);
  expect((await calls(page)).filter((call) => call.startsWith('setting'))).toEqual([
    'setting {"top":12}',
    'setting {"top":24}',
    'setting {"top":3}',
  ]);
});

test('the selected match can be taught a face', async () => {
  await emit(page, frame({ matches: matches([3, 4, 5]) }));
  await page.getByRole('button', { name: 'Teach it a face' }).click();
  expect(await calls(page)).toContain(`teach ${idOf(3)}`);
});

test('a screen reader hears the best match once it has settled, not every frame', async () => {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = document.querySelector('[aria-live]');
    if (region)
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        subtree: true,
        characterData: true,
        childList: true,
      });
  });
  for (let turn = 0; turn < 10; turn++) await emit(page, frame({ matches: matches([turn % 3]) }));
  await page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)).toBe(1);
});
