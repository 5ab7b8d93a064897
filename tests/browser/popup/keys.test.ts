/** The popup is used by keyboard alone, also between clicks of the mouse; its help names the keys that do something. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { frame, idOf, matches } from './scenarios.ts';
import { openStage, play, type Stage } from './stage.ts';
import { emit, insertions, MATCHED, openMatched, shown } from './use.ts';

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

describe('keys alone', () => {
  test('Enter inserts the best', async () => {
    await page.keyboard.press('Enter');
    expect(await insertions(page)).toEqual([`insert ${idOf(0)}`]);
  });

  test('a digit inserts the match with that number', async () => {
    await page.keyboard.press('3');
    expect(await insertions(page)).toEqual([`insert ${idOf(2)}`]);
  });

  test('arrows move the selection and the focus with it, and Enter inserts what is selected', async () => {
    await page.keyboard.press('ArrowRight');
    const option = page.getByRole('option', { selected: true });
    expect(await option.getAttribute('data-meme')).toBe(idOf(1));
    expect(await option.evaluate((card) => card === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await insertions(page)).toEqual([`insert ${idOf(1)}`]);
  });

  test('what was selected stays selected when its rank changes', async () => {
    await page.keyboard.press('ArrowRight');
    await emit(page, frame({ matches: matches([5, 6, 1]) }));
    expect(await shown(page)).toEqual([idOf(5), idOf(6), idOf(1)]);
    expect(await page.getByRole('option', { selected: true }).getAttribute('data-meme')).toBe(idOf(1));
  });

  test('Space freezes the matches, and lets them follow again', async () => {
    await page.keyboard.press('Space');
    await emit(page, frame({ matches: matches([7, 8, 9]) }));
    expect(await shown(page)).toEqual([idOf(0), idOf(1), idOf(2)]);
    await page.keyboard.press('Space');
    await emit(page, frame({ matches: matches([7, 8, 9]) }));
    expect(await shown(page)).toEqual([idOf(7), idOf(8), idOf(9)]);
  });

  test('every control is reached with Tab', async () => {
    const reached = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(
          () => document.activeElement?.textContent?.trim() || document.activeElement?.ariaLabel || '',
        ),
      );
    }
    for (const name of ['Your memes', 'Keys', 'Settings', 'Freeze', 'Copy', 'More']) expect(reached).toContain(name);
  });

  test('? shows the keys, and while they are shown no key inserts', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('1');
    expect(await insertions(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'detached' });
  });
});

test('the help names the digits that do something, and Esc only where it closes Gurn', async () => {
  const help = () => page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await help().getByText('1 – 3', { exact: true }).waitFor();
  await help().getByText('close Gurn').waitFor();
  await page.context().close();

  page = await stage.open({}, '?tab=1');
  await play(page, MATCHED);
  await page.getByRole('button', { name: 'More' }).click();
  await page.keyboard.press('?');
  await help().getByText('1 – 9', { exact: true }).waitFor();
  expect(await help().getByText('close Gurn').count()).toBe(0);
});

test('after the mouse clicked a button, Space still freezes', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Frozen' }).waitFor();
});
