import { parseHTML } from 'linkedom';
import { beforeAll, expect, it, vi } from 'vitest';
import type { fileInputFor as FileInputFor } from '../../../src/content/ladder/file-input.ts';

let fileInputFor: typeof FileInputFor;
beforeAll(async () => {
  vi.stubGlobal('ShadowRoot', class {});
  ({ fileInputFor } = await import('../../../src/content/ladder/file-input.ts'));
});

const PICTURE = '<input type="file" id="picture">';
const BOX = '<textarea></textarea>';

/** The input that is chosen in a page with this body; `holds`: one that the user has chosen a file in. */
function chosenIn(body: string, adapter: { readonly unknown?: true }, holds?: string): string | undefined {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  const composer = document.querySelector('textarea');
  if (!composer) throw new Error('The page has no box.');
  for (const input of document.querySelectorAll('input')) Object.assign(input, { accept: '' });
  if (holds) Object.assign(document.querySelector(holds) ?? {}, { files: [{ name: 'mine.png' }] });
  const table = { name: 'some', composer: 'textarea', unmistakable: false, ...adapter };
  return fileInputFor({ composer, adapter: table, file: { type: 'image/png' } })?.id;
}
const unknown = { unknown: true } as const;

it('takes the input beside a box that nobody knows, or in the same form', () => {
  expect(chosenIn(`<div>${BOX}${PICTURE}</div>`, unknown)).toBe('picture');
  const deep = `<p><span><b><i>${BOX}</i></b></span></p>`;
  expect(chosenIn(`<form>${deep}${PICTURE}</form>`, unknown)).toBe('picture');
});

it('takes no input from elsewhere in the page for that of a box that nobody knows', () => {
  expect(chosenIn(`${PICTURE}<main>${BOX}</main>`, unknown)).toBeUndefined();
  expect(chosenIn(`<section>${PICTURE}<p><span><b><i>${BOX}</i></b></span></p></section>`, unknown)).toBeUndefined();
});

it('does not replace a file that the user has chosen', () => {
  const second = '<input type="file" id="second">';
  expect(chosenIn(`<form>${BOX}${PICTURE}</form>`, unknown, '#picture')).toBeUndefined();
  expect(chosenIn(`<form>${BOX}${PICTURE}${second}</form>`, unknown, '#picture')).toBe('second');
});

it('looks farther in a messenger that it knows', () => {
  expect(chosenIn(`<section>${PICTURE}<p><span><b><i>${BOX}</i></b></span></p></section>`, {})).toBe('picture');
});
