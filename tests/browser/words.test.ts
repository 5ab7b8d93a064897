/** Words filter and faces rank: in the scripted popup key by key, in the real extension from the camera to the pick. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addToLibrary, memesIn } from '../../tools/driver/library.ts';
import type { Target } from '../../tools/driver/target.ts';
import { frame, idOf, matches } from './popup/scenarios.ts';
import { openStage, type Stage } from './popup/stage.ts';
import { calls, emit, openMatched, shown } from './popup/use.ts';
import { violations } from './support/accessibility.ts';
import { eventually } from './support/eventually.ts';
import { createWorld, type World } from './support/world.ts';

describe('the popup', () => {
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

  const answer = (words: string, best: readonly number[]): Promise<void> =>
    emit(page, { type: 'found', found: { words, memes: best.length, best: best.map(idOf) } });
  const box = () => page.getByRole('searchbox', { name: 'Search your memes by words' });
  const said = <T>(pick: (commands: typeof window.harness.commands) => T): Promise<T> =>
    page.evaluate(`(${pick})(window.harness.commands)`) as Promise<T>;

  test('typing goes into the search box, and is asked for; a face ranks what it finds', async () => {
    await page.keyboard.type('cat 2');
    expect(await box().inputValue()).toBe('cat 2');
    expect(await said((commands) => commands.at(-1))).toMatchObject({ type: 'watch', words: 'cat 2' });
    await answer('cat 2', [9, 5]);
    await emit(page, frame({ frame: 2, words: 'cat 2', matches: matches([5, 9]).slice(0, 2) }));
    expect(await shown(page)).toEqual([idOf(5), idOf(9)]);
    // A frame that was on its way when the words were typed.
    await emit(page, frame({ frame: 3 }));
    expect((await calls(page)).some((call) => /^(insert|copy)/.test(call))).toBe(false);
  });

  test('a single letter holds nothing back yet, also after a word was taken away', async () => {
    await page.keyboard.type('ca');
    await answer('ca', [9, 5]);
    expect(await shown(page)).toEqual([idOf(9), idOf(5)]);
    await page.keyboard.press('Backspace');
    expect(await said((commands) => 'words' in (commands.at(-1) ?? {}))).toBe(false);
    expect(await shown(page)).toEqual([idOf(0), idOf(1), idOf(2)]);
  });

  test('memes that no face ranks follow, in the order of how well the words fit', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('frog');
    expect(await box().inputValue()).toBe('frog');
    await answer('frog', [8, 2, 4]);
    expect(await shown(page)).toEqual([idOf(8), idOf(2), idOf(4)]);
    await emit(page, frame({ frame: 2, words: 'frog', matches: matches([2]).slice(0, 1) }));
    expect(await shown(page)).toEqual([idOf(2), idOf(8), idOf(4)]);
    expect(await violations(page)).toEqual([]);
  });

  test('words that find nothing say so, on the screen and aloud, and Esc brings all memes back', async () => {
    await page.keyboard.type('xyz');
    await answer('xyz', []);
    await page.getByRole('heading', { name: 'No meme fits “xyz”.' }).waitFor();
    await page.locator('[aria-live]', { hasText: 'No meme fits “xyz”.' }).waitFor({ state: 'attached' });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await box().inputValue()).toBe('');
    expect(await shown(page)).toEqual([idOf(0), idOf(1), idOf(2)]);
    expect(await said((commands) => 'words' in (commands.at(-1) ?? {}))).toBe(false);
    await page.keyboard.press('2');
    await page.waitForFunction((call) => window.harness.calls.includes(call), `insert ${idOf(1)}`);
  });

  test('from the box Enter inserts the best, and ↓ leads to the matches, where the other keys work again', async () => {
    await page.keyboard.type('dog');
    await answer('dog', [7, 3]);
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option', { selected: true }).evaluate((card) => card === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('/');
    await page.keyboard.press('Enter');
    await page.waitForFunction((call) => window.harness.calls.includes(call), `insert ${idOf(3)}`);
  });

  test('while the matches are frozen, words filter by the frozen face', async () => {
    await emit(page, frame({ frame: 40 }));
    await page.keyboard.press('Space');
    await page.keyboard.type('cat');
    expect(await said((commands) => commands.at(-1))).toMatchObject({ words: 'cat', kept: 40 });
    await answer('cat', [3, 6]);
    await emit(page, frame({ frame: 41, words: 'cat', matches: matches([9]).slice(0, 1) }));
    expect(await shown(page)).toEqual([idOf(3), idOf(6)]);
    await emit(page, frame({ frame: 42, words: 'cat', kept: 40, matches: matches([6, 3]).slice(0, 2) }));
    expect(await shown(page)).toEqual([idOf(6), idOf(3)]);
  });

  test('without a camera the words still find', async () => {
    await emit(page, { type: 'state', state: { phase: 'no-camera' } });
    await page.keyboard.type('cat');
    await answer('cat', [4]);
    await page.getByText('No camera found').waitFor();
    expect(await shown(page)).toContain(idOf(4));
  });

  test('what is inserted or copied is told as a pick, with the frame whose face it was for', async () => {
    await emit(page, frame({ frame: 17 }));
    await page.keyboard.press('Control+c');
    await page.locator('.delivered').getByText('Copied').waitFor();
    expect(await said((commands) => commands.at(-1))).toEqual({ type: 'picked', meme: idOf(0), frame: 17 });
  });
});

describe('the extension', () => {
  let world: World;
  let popup: Target;
  beforeAll(async () => {
    world = await createWorld();
    const names = ['grin', 'thoughtful'] as const;
    const files = await Promise.all(
      names.map(async (name) => ({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer: await world.picture(name) })),
    );
    await addToLibrary(world.gurn, files);
    await world.film([await world.picture('laugh')]);
    popup = await world.gurn.clickToolbar(world.page);
  });
  afterAll(() => world.end());

  const names = (): Promise<string[]> =>
    popup.evaluate(() => [...document.querySelectorAll('[role=option] .name')].map((name) => name.textContent ?? ''));
  const type = (words: string): Promise<void> =>
    popup.evaluate((words: string) => {
      const box = document.querySelector<HTMLInputElement>('.finder input');
      if (!box) throw new Error('no search box');
      box.value = words;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, words);

  test('finds by a name with a typo, by an expression, and nothing where nothing fits', async () => {
    await eventually(names, (shown) => shown.length === 3, 60_000);
    await type('thuoghtful');
    await eventually(names, (shown) => shown.length === 1 && shown[0] === 'thoughtful', 60_000);
    await type('grin');
    await eventually(names, (shown) => shown.length === 3 && shown.some((name) => name === 'grin'));
    await type('qqqqqq');
    await eventually(
      () => popup.evaluate(() => document.querySelector('.matches, .small-notice')?.textContent ?? ''),
      (text) => text.includes('No meme fits “qqqqqq”.'),
    );
  });

  test('a pick is remembered with its face, said in the settings, and forgotten there', async () => {
    const settings = await world.gurn.context.newPage();
    await settings.goto(world.gurn.url('src/pages/library/index.html#settings'));
    await settings.getByRole('button', { name: 'Nothing learned yet' }).waitFor();
    const [meme] = (await memesIn(world.gurn)).filter(({ name }) => name === 'thoughtful');
    // A new page has closed the popup; the settings tell the pick as the popup would.
    await settings.evaluate(async (meme: string) => {
      await chrome.runtime.sendMessage({ gurn: 1, to: 'background', name: 'engine.ensure', request: {} });
      const port = chrome.runtime.connect({ name: 'gurn.live' });
      let told = false;
      port.onMessage.addListener(({ result }: { result?: { frame: number; face: unknown } }) => {
        if (!result?.face || told) return;
        told = true;
        port.postMessage({ type: 'picked', meme, frame: result.frame });
      });
      port.postMessage({ type: 'watch', top: 3, camera: '' });
    }, meme?.id ?? '');
    await settings.getByRole('button', { name: 'Forget 1 pick' }).click({ timeout: 60_000 });
    await settings.getByRole('button', { name: 'Nothing learned yet' }).waitFor();
    const learn = settings.getByRole('switch', { name: 'Learn from what I pick' });
    await learn.click();
    await settings.getByText('What was learned is not used any more.').waitFor();
    await settings.reload();
    await learn.waitFor();
    expect(await learn.isChecked()).toBe(false);
    expect(await violations(settings)).toEqual([]);
  });
});
