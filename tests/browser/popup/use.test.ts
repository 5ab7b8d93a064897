/** The popup is used: by keyboard alone, by mouse, by a face that changes. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { InsertReport } from '../../../src/messages/index.ts';
import { frame, matches, OUTCOMES, watching } from './scenarios.ts';
import { openStage, play, type Stage } from './stage.ts';

const idOf = (index: number): string => (index + 1).toString(16).padStart(64, '0');
const FACE = { events: [watching(), frame()], text: ['Tongue out, winking'], buttons: [] };

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.open({ reducedMotion: 'reduce' });
  await play(page, FACE);
});
afterEach(() => page.context().close());

const calls = (): Promise<string[]> =>
  page.evaluate(() => window.harness.calls.filter((call) => !call.startsWith('send')));
const emit = (event: ReturnType<typeof frame>): Promise<void> => page.evaluate((e) => window.harness.emit(e), event);
const shown = (): Promise<string[]> =>
  page.locator('[role=option]').evaluateAll((cards) => cards.map((card) => card.getAttribute('data-meme') ?? ''));
const insertions = async (): Promise<string[]> => (await calls()).filter((call) => call.startsWith('insert'));

describe('keys alone', () => {
  test('Enter inserts the best', async () => {
    await page.keyboard.press('Enter');
    expect(await insertions()).toEqual([`insert ${idOf(0)}`]);
  });

  test('a digit inserts the match with that number', async () => {
    await page.keyboard.press('3');
    expect(await insertions()).toEqual([`insert ${idOf(2)}`]);
  });

  test('arrows move the selection and the focus with it, and Enter inserts what is selected', async () => {
    await page.keyboard.press('ArrowRight');
    const option = page.getByRole('option', { selected: true });
    expect(await option.getAttribute('data-meme')).toBe(idOf(1));
    expect(await option.evaluate((card) => card === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await insertions()).toEqual([`insert ${idOf(1)}`]);
  });

  test('what was selected stays selected when its rank changes', async () => {
    await page.keyboard.press('ArrowRight');
    await emit(frame({ matches: matches([5, 6, 1]) }));
    expect(await shown()).toEqual([idOf(5), idOf(6), idOf(1)]);
    expect(await page.getByRole('option', { selected: true }).getAttribute('data-meme')).toBe(idOf(1));
  });

  test('Space freezes the matches, and lets them follow again', async () => {
    await page.keyboard.press('Space');
    await emit(frame({ matches: matches([7, 8, 9]) }));
    expect(await shown()).toEqual([idOf(0), idOf(1), idOf(2)]);
    await page.keyboard.press('Space');
    await emit(frame({ matches: matches([7, 8, 9]) }));
    expect(await shown()).toEqual([idOf(7), idOf(8), idOf(9)]);
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
    expect(await insertions()).toEqual([]);
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
  await play(page, FACE);
  await page.getByRole('button', { name: 'More' }).click();
  await page.keyboard.press('?');
  await help().getByText('1 – 9', { exact: true }).waitFor();
  expect(await help().getByText('close Gurn').count()).toBe(0);
});

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

test('the selected match can be taught a face', async () => {
  await emit(frame({ matches: matches([3, 4, 5]) }));
  await page.getByRole('button', { name: 'Teach it a face' }).click();
  expect(await calls()).toContain(`teach ${idOf(3)}`);
});

describe('holding an expression', () => {
  test('freezes, and another held expression replaces it', async () => {
    await emit(frame({ heldMs: 1300, matches: matches([3, 4, 5]) }));
    await page.getByRole('button', { name: 'Frozen' }).waitFor();
    await emit(frame({ heldMs: 0, matches: matches([10, 11, 12]) }));
    expect(await shown()).toEqual([idOf(3), idOf(4), idOf(5)]);
    await emit(frame({ heldMs: 1300, matches: matches([13, 14, 15]) }));
    expect(await shown()).toEqual([idOf(13), idOf(14), idOf(15)]);
  });

  test('can be switched off', async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('switch', { name: 'Holding an expression freezes' }).click();
    await page.keyboard.press('Escape');
    await emit(frame({ heldMs: 1300 }));
    expect(await page.getByRole('button', { name: 'Frozen' }).count()).toBe(0);
    expect(await calls()).toContain('setting {"holdToFreeze":false}');
  });
});

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
    expect((await calls()).filter((call) => call.startsWith('use'))).toEqual([`use ${idOf(0)}`]);
  });

  test('a double click, and keys while it is under way, insert once', async () => {
    await page.getByRole('option').first().dblclick();
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    expect(await insertions()).toEqual([`insert ${idOf(0)}`]);
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
    await emit(frame({ matches: matches([7, 8, 9]) }));
    await page.mouse.click(x, y, { clickCount: 2 });
    await page.keyboard.press('Enter');
    await page.keyboard.press('2');
    expect(await insertions()).toEqual([`insert ${idOf(0)}`]);
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
    await emit(frame({ matches: matches([3]) }));
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

test('more shows 12, then 24, fewer shows 3 again; each is asked for and remembered', async () => {
  const size = async () => (await shown()).length;
  await page.getByRole('button', { name: 'More' }).click();
  expect(await size()).toBe(12);
  await page.getByRole('button', { name: 'More' }).click();
  expect(await size()).toBe(24);
  await page.getByRole('button', { name: 'Fewer' }).click();
  expect(await size()).toBe(3);
  expect((await calls()).filter((call) => call.startsWith('setting'))).toEqual([
    'setting {"top":12}',
    'setting {"top":24}',
    'setting {"top":3}',
  ]);
});

test('after the mouse clicked a button, Space still freezes', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Frozen' }).waitFor();
});

test('the line breaks and comes back: the matches stay, the camera is watched again', async () => {
  await page.evaluate(() => window.harness.breakLine(true));
  await page.waitForFunction(() => window.harness.calls.filter((call) => call === 'send watch').length === 2);
  expect(await shown()).toEqual([idOf(0), idOf(1), idOf(2)]);
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
  for (let turn = 0; turn < 10; turn++) await emit(frame({ matches: matches([turn % 3]) }));
  await page.waitForFunction(() => (window as unknown as { heard: string[] }).heard.length > 0);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard.length)).toBe(1);
});
