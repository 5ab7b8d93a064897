/** How the insertion matrix counts what an editor took, and how it is printed and kept. */
import { describe, expect, it } from 'vitest';
import { cellOf } from '../../../tools/matrix/cell.ts';
import { withTable } from '../../../tools/matrix/page.ts';
import { pictureOf } from '../../../tools/matrix/pictures.ts';
import { surpriseIn } from '../../../tools/matrix/run.ts';
import { tableOf } from '../../../tools/matrix/table.ts';

const sample = pictureOf('png');
const inserted = { outcome: 'inserted', composer: 'generic', rung: 'paste', signal: 'name' } as const;
const insertion = { report: inserted, milliseconds: 41.6 };
const taken = { name: `${sample.name}-0a1b2c3d.png`, type: 'image/png', size: 3, sha256: sample.sha256, way: 'paste' };

const cell = (received: readonly (typeof taken)[], report: Parameters<typeof cellOf>[2]['report'] = inserted) =>
  cellOf('CKEditor 5', { kind: 'png', sample }, { ...insertion, report }, received);

describe('a cell', () => {
  it('counts every copy of its file, and none of another', () => {
    const other = { ...taken, name: 'matrix gif-0a1b2c3d.gif', sha256: pictureOf('gif').sha256 };
    expect(cell([taken, other, taken])).toMatchObject({ copies: 2, bytes: 'same', milliseconds: 42 });
  });

  it('knows a file by its name that the editor encoded anew', () => {
    expect(cell([{ ...taken, sha256: 'other' }])).toMatchObject({ copies: 1, bytes: 're-encoded' });
  });

  it('counts what was refused as copied, with the reason', () => {
    const report = { outcome: 'refused', composer: 'generic', reason: 'No way in.' } as const;
    expect(cell([], report)).toMatchObject({ outcome: 'copied', reason: 'No way in.', bytes: 'none', copies: 0 });
  });

  it('surprises when a second copy came', () => {
    expect(surpriseIn(cell([taken]))).toBeUndefined();
    expect(surpriseIn(cell([taken, taken]))).toContain('2 taken');
  });
});

describe('the table', () => {
  it('gives files that fared otherwise a row of their own', () => {
    const [, , first, second, ...rest] = tableOf([
      {
        editor: 'Draft.js',
        file: 'png',
        outcome: 'inserted',
        rung: 'paste',
        bytes: 'same',
        copies: 1,
        milliseconds: 7,
      },
      { editor: 'Draft.js', file: 'gif', outcome: 'copied', bytes: 'none', copies: 0, milliseconds: 8 },
    ]).split('\n');
    expect(rest).toEqual([]);
    expect(first?.split('|').map((text) => text.trim())).toEqual([
      '',
      'Draft.js',
      'inserted',
      'paste',
      '–',
      'same',
      '1',
      '',
      '7',
      '',
      '',
      '',
      '',
    ]);
    expect(second).toMatch(/\*\*copied\*\*.*\| +0 \|.*\| +8 \|/);
  });
});

describe('the page', () => {
  const page = 'A\n<!-- chromium -->\nold\n<!-- /chromium -->\nB\n<!-- firefox -->\nother\n<!-- /firefox -->\n';

  it("keeps another browser's table and the words around", () => {
    expect(withTable(page, 'chromium', 'new')).toBe(page.replace('old', 'new'));
  });

  it('says what it lacks where a browser has no place', () => {
    expect(() => withTable('A', 'firefox', 'new')).toThrow('<!-- /firefox -->');
  });
});
