/** One pick inserts or copies one meme once, and how that went is told. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InsertReport } from '../../../src/messages/index.ts';
import { frame, idOf, matches, OUTCOMES } from './scenarios.ts';
import { openStage, type Stage } from './stage.ts';
import { calls, emit, insertions, openMatched } from './use.ts';

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

describe('insertion', () => {
  test.each(Object.entries(OUTCOMES))('%s is told', async (_, { key, report, copyFails, text }) => {
    await page.keyboard.press(key);
    await page.evaluate(
      ([answer, fails]) => {
        if (fails) window.harness.failCopy();
        if (answer) window.harness.answerInsert(answer);
      },
      [report, copyFails] as const,
    );
    await page.locator('.delivered').getByText(text, { exact: false }).first().waitFor();
  });

  test('a library that cannot be read is told, and what was begun does not stay', async () => {
    await page.evaluate(() => window.harness.failLibrary());
    await page.keyboard.press('Enter');
    await page.evaluate((report) => window.harness.answerInsert(report), {
      outcome: 'no-composer',
      reason: 'No message box was found in this tab.',
    } as const);
    const told = page.locator('.delivered');
    await told.getByText('Neither inserted nor copied.').waitFor();
    await told.getByText('A part of the library cannot be read any more.').waitFor();
    expect(await page.getByText('Inserting…').count()).toBe(0);
  });

  test('a copy counts as a use of the meme, a failed one does not', async () => {
    await page.keyboard.press('Control+c');
    await page.locator('.delivered').getByText('Copied').waitFor();
    await page.waitForFunction((call) => window.harness.calls.includes(call), `use ${idOf(0)}`);
    await page.evaluate(() => window.harness.failCopy());
    await page.keyboard.press('Control+c');
    await page.locator('.delivered').getByText('Neither inserted').waitFor();
    expect((await calls(page)).filter((call) => call.startsWith('use'))).toEqual([`use ${idOf(0)}`]);
  });

  test('a double click, and keys while it is under way, insert once', async () => {
    await page.getByRole('option').first().dblclick();
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    expect(await insertions(page)).toEqual([`insert ${idOf(0)}`]);
  });

  test('the popup closes by itself when the meme is in the message, and not otherwise', async () => {
    await page.keyboard.press('Enter');
    await page.evaluate((report) => window.harness.answerInsert(report), {
      outcome: 'inserted',
      composer: 'slack',
      rung: 'paste',
      signal: 'preview',
    } as const);
    await page.waitForFunction(() => window.harness.calls.includes('close'));
  });

  test('the second half of a double click and another Enter insert nothing when the first is in already', async () => {
    const answered = page.evaluate((report) => {
      document.addEventListener('click', () => window.harness.answerInsert(report), { once: true });
    }, OUTCOMES.inserted?.report as InsertReport);
    await answered;
    const box = await page.getByRole('option').first().boundingBox();
    const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 40];
    await page.mouse.click(x, y);
    await page.locator('.delivered').getByText('In your message.').waitFor();
    await emit(page, frame({ matches: matches([7, 8, 9]) }));
    await page.mouse.click(x, y, { clickCount: 2 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    expect(await insertions(page)).toEqual([`insert ${idOf(0)}`]);
  });

  test('a chat that sends at once gets the meme only after a yes', async () => {
    await page.keyboard.press('Enter');
    const report = { outcome: 'would-send', composer: 'converse' } as const;
    await page.evaluate((answer) => window.harness.answerInsert(answer), report);
    await page.getByRole('button', { name: 'Send it now' }).click();
    await page.waitForFunction((call) => window.harness.calls.includes(call), `send ${idOf(0)}`);
  });

  test.each(['probably', 'refused', 'no-composer'])('after "%s" the report can be copied', async (name) => {
    const outcome = OUTCOMES[name];
    if (!outcome?.report) throw new Error(`There is no outcome "${name}".`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press(outcome.key);
    await page.evaluate((report) => window.harness.answerInsert(report), outcome.report);
    await page.getByRole('button', { name: 'Copy report' }).click();
    await page.locator('.delivered').getByText('Report copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Gurn 0.1.0 tried paste.');
  });

  test('the report of the last insertion is in the settings', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Copy report' }).waitFor();
  });

  test('a report that cannot be read is said', async () => {
    await page.evaluate(() => window.harness.failAccount());
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Copy report' }).click();
    await page.getByRole('dialog').getByText('The report could not be read.').waitFor();
  });

  test('an animated picture is said to be copied as a still one', async () => {
    await emit(page, frame({ matches: matches([3]) }));
    await page.keyboard.press('Control+c');
    await page.locator('.delivered').getByText('still picture').waitFor();
  });

  test('what could be neither inserted nor copied can be saved under its name', async () => {
    await page.evaluate(() => window.harness.failCopy());
    await page.keyboard.press('Control+c');
    const link = page.getByRole('link', { name: 'Save the file' });
    expect(await link.getAttribute('download')).toBe('Tongue out winking.webp');
    const download = page.waitForEvent('download');
    await link.click();
    expect((await download).suggestedFilename()).toBe('Tongue out winking.webp');
  });
});
