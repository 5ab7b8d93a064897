/** The text that stands in the message already stays, in every editor: around the cursor, and where it is selected. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pictureOf } from '../../../tools/matrix/pictures.ts';
import { type Site, serveEditors } from '../../../tools/matrix/site.ts';
import { EDITORS } from './editors/index.ts';
import { type Rig, startRig } from './rig/index.ts';

let site: Site;
let rig: Rig;
let page: Page;
let meme: string;

beforeAll(async () => {
  site = await serveEditors();
  rig = await startRig();
  meme = await rig.add(pictureOf('png'));
});
afterAll(async () => {
  await rig.end();
  await site.end();
});
afterEach(() => page.close());

const TEXT = 'one two three';
/** As after any paste, CKEditor has the picture selected, and what is typed takes its place. */
const SELECTS_THE_PICTURE = 'CKEditor 5';

/** What a person reads in the editor; CKEditor has words for screen readers beside its pictures. */
const text = (): Promise<string | undefined> =>
  page.evaluate(() => {
    const found = document.querySelector('[data-composer]');
    const box = found?.closest('[contenteditable=true]') ?? found?.querySelector('[contenteditable=true]');
    const copy = box?.cloneNode(true) as Element | undefined;
    for (const widget of copy?.querySelectorAll('.ck-widget, .ck-fake-selection-container') ?? []) widget.remove();
    return copy?.textContent?.replaceAll('\u{feff}', '').trim();
  });

const libraries = EDITORS.filter(({ library, expected }) => library && expected.outcome === 'inserted');

describe.each(libraries)('$name', ({ name, page: file }) => {
  /** Writes the text with the cursor before its last word, and the word before that selected where told so. */
  async function write(selected: string): Promise<void> {
    page = await rig.gurn.context.newPage();
    await page.goto(`${site.origin}/editors/${file}`);
    await page.locator('[data-composer]').click();
    await page.keyboard.type(TEXT);
    for (let i = 0; i < 'three'.length; i += 1) await page.keyboard.press('ArrowLeft');
    for (let i = 0; i < selected.length; i += 1) await page.keyboard.press('Shift+ArrowLeft');
    expect(await text()).toBe(TEXT);
  }

  it('keeps its text, and the cursor in it', async () => {
    await write('');
    expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
    expect(await text()).toBe(TEXT);
    if (name === SELECTS_THE_PICTURE) return;
    await page.bringToFront();
    await page.keyboard.type('and ');
    expect(await text()).toBe('one two and three');
  });

  it('keeps the text that is selected', async () => {
    await write('two ');
    expect(await rig.insert(page, meme)).toMatchObject([{ outcome: 'inserted' }]);
    expect(await text()).toBe(TEXT);
  });
});
