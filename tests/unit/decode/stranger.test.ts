import { describe, expect, it } from 'vitest';
import { Bytes } from '../../../src/engine/decode/bytes.ts';
import { refuseStranger } from '../../../src/engine/decode/stranger.ts';

const refused = (content: string | readonly number[]) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  return refuseStranger(new Bytes(bytes));
};

describe('what is no picture is refused by what it is:', () => {
  it.each<[string, string | readonly number[], string, RegExp]>([
    ['nothing', '', 'empty', /empty/],
    ['text', 'Just some notes, 5 € of them.\n', 'not-an-image', /text file/],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'svg', /scripts/],
    [
      'SVG behind a prologue',
      '\uFEFF<?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE svg [<!ENTITY a "b">]>\n<svg/>',
      'svg',
      /PNG/,
    ],
    ['SVG with a prefix', '<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', 'svg', /SVG/],
    ['a web page', '<!DOCTYPE html><html><body>404 Not Found <svg></svg></body></html>', 'web-page', /web page/],
    ['a web page without doctype', '\n <!-- hi --><HTML lang="en">', 'web-page', /web page/],
    ['HEIC', [0, 0, 0, 24, ...Buffer.from('ftypheic')], 'unsupported', /HEIC/],
    ['TIFF', [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0], 'unsupported', /TIFF/],
    ['MP4', [0, 0, 0, 24, ...Buffer.from('ftypisom')], 'unsupported', /video/],
    ['a zip', [0x50, 0x4b, 3, 4, 0, 0], 'unsupported', /archive/],
    ['noise', [0, 1, 2, 3, 0xfe, 0xff, 0x80], 'not-an-image', /no picture/],
  ])('%s', (_, content, code, message) => {
    expect(refused(content)).toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('a text that never ends its prologue is told in no time', () => {
    expect(refused(`<!--${'<?'.repeat(100_000)}`).code).toBe('not-an-image');
    expect(refused(' '.repeat(1_000_000)).code).toBe('not-an-image');
  });
});
