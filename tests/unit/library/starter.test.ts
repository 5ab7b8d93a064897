import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src/library/catalogue.ts';
import { build } from '../../../tools/starter.ts';
import { unit } from './support.ts';

/** An extended WebP of 0x0100 × 0x0080 pixels, as far as anyone looks who only wants its size. */
const webp = (content: number) =>
  Buffer.concat([
    Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
    Buffer.from([0xff, 0, 0, 0x7f, 0, 0, content]),
  ]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'starter-'));
  for (const path of ['models/embedder', 'pictures', 'out']) mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, 'models/embedder/meta.json'), JSON.stringify({ version: 'm1' }));
  writeFileSync(join(folder, 'pictures/1.webp'), webp(1));
  writeFileSync(join(folder, 'pictures/2.webp'), webp(2));
  write('prototypes', {
    model: 'm1',
    prototypes: [
      { name: 'smile', words: [], mean: Array.from(unit(0), (value) => value * 0.8), count: 10 },
      { name: 'wink', words: [], mean: Array.from(unit(1), (value) => value * 0.6), count: 10 },
    ],
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: object) =>
  writeFileSync(join(folder, `models/${name}.json`), JSON.stringify(content));
const sticker = (file: string, expressions: Record<string, number>) => ({
  file,
  name: 'Emoji',
  tags: ['a'],
  expressions,
});
const stickers = (...list: object[]) => write('stickers', { stickers: list });
const run = () => build(join(folder, 'out'), join(folder, 'models'), join(folder, 'pictures'));
const catalogue = () => v.parse(Catalogue, JSON.parse(readFileSync(join(folder, 'out/catalogue.json'), 'utf8')));

describe('the sticker catalogue', () => {
  it('places a sticker at the mean of the faces whose expression it shows', async () => {
    stickers(sticker('1.webp', { smile: 1 }), sticker('2.webp', { smile: 1, wink: 3 }));
    await run();
    const { model, stickers: made } = catalogue();
    expect(model).toBe('m1');
    expect(made[0]).toMatchObject({ width: 256, height: 128, size: 31, tags: ['a'] });
    expect(made[0]?.embedding.slice(0, 3)).toEqual([0.8, 0, 0]);
    expect(made[0]?.spread).toBeCloseTo(0.36, 9);
    expect(made[1]?.embedding.slice(0, 3)).toEqual([0.2, 0.45, 0]);
    expect(made[1]?.spread).toBeCloseTo(1 - 0.04 - 0.2025, 9);
    expect(readFileSync(join(folder, 'out/2.webp'))).toEqual(webp(2));
  });

  it('is the same when it is made again, and loses what is no sticker any more', async () => {
    stickers(sticker('1.webp', { smile: 1 }), sticker('2.webp', { wink: 1 }));
    await run();
    const before = readFileSync(join(folder, 'out/catalogue.json'));
    await run();
    expect(readFileSync(join(folder, 'out/catalogue.json'))).toEqual(before);
    stickers(sticker('1.webp', { smile: 1 }));
    await run();
    expect(existsSync(join(folder, 'out/2.webp'))).toBe(false);
    expect(catalogue().stickers).toHaveLength(1);
  });

  it.each([
    ['an expression without a prototype', [sticker('1.webp', { sneer: 1 })], /"sneer", which has no prototype/],
    ['no expression at all', [sticker('1.webp', {})], /shows no expression/],
    ['a picture that is missing', [sticker('3.webp', { smile: 1 })], /3\.webp .*is not in/],
    ['a picture twice', [sticker('1.webp', { smile: 1 }), sticker('1.webp', { wink: 1 })], /same picture as 1\.webp/],
    ['a path out of the folder', [sticker('../1.webp', { smile: 1 })], /stickers\.json, stickers\.0\.file/],
    ['no stickers', [], /stickers\.json, stickers/],
  ])('refuses %s', async (_what, list, message) => {
    stickers(...list);
    await expect(run()).rejects.toMatchObject({ code: 'starter', message: expect.stringMatching(message) });
    expect(existsSync(join(folder, 'out/catalogue.json'))).toBe(false);
  });

  it('refuses prototypes of another embedder', async () => {
    stickers(sticker('1.webp', { smile: 1 }));
    writeFileSync(join(folder, 'models/embedder/meta.json'), JSON.stringify({ version: 'm2' }));
    await expect(run()).rejects.toThrow(/is of the embedder m1, but m2/);
  });
});
