/** What stands in the message already stays, in every editor: around the cursor, and where it is selected. */
import { afterEach, describe, expect, it } from 'vitest';
import type { MatrixBrowser, MatrixPage } from '../../../../tools/matrix/browser.ts';
import { EDITORS } from './index.ts';

const TEXT = 'one two three';
/** As after any paste, CKEditor has the picture selected, and what is typed takes its place. */
const SELECTS_THE_PICTURE = 'CKEditor 5';

const libraries = EDITORS.filter(({ library, expected }) => library && expected.outcome === 'inserted');

/** Declares the tests for one browser. `stage`: what has been started before they run, with the id of a PNG. */
export function keepsText(
  stage: () => { readonly browser: MatrixBrowser; readonly origin: string; readonly meme: string },
): void {
  describe.each(libraries)('$name', ({ name, page: file }) => {
    let page: MatrixPage;
    afterEach(() => page.close());

    /** Writes the text with the cursor before its last word, and the word before that selected where told so. */
    async function write(selected: string): Promise<void> {
      page = await stage().browser.open(`${stage().origin}/editors/${file}`);
      await page.focus();
      await page.keyboard.type(TEXT);
      for (let i = 0; i < 'three'.length; i += 1) await page.keyboard.press('ArrowLeft');
      await page.keyboard.down('Shift');
      for (let i = 0; i < selected.length; i += 1) await page.keyboard.press('ArrowLeft');
      await page.keyboard.up('Shift');
      expect(await page.text()).toBe(TEXT);
    }

    it('keeps its text, and the cursor in it', async () => {
      await write('');
      expect((await page.insert(stage().meme)).report).toMatchObject({ outcome: 'inserted' });
      expect(await page.text()).toBe(TEXT);
      if (name === SELECTS_THE_PICTURE) return;
      await page.keyboard.type('and ');
      expect(await page.text()).toBe('one two and three');
    });

    it('keeps the text that is selected', async () => {
      await write('two ');
      expect((await page.insert(stage().meme)).report).toMatchObject({ outcome: 'inserted' });
      expect(await page.text()).toBe(TEXT);
    });
  });
}
