import { expect, it, vi } from 'vitest';
import { insertMeme, MAX_BYTES } from '../../../src/background/insert/index.ts';
import type { Page } from '../../../src/background/insert/page.ts';
import type { Meme } from '../../../src/library/index.ts';
import { type InsertReport, RequestError } from '../../../src/messages/index.ts';

vi.mock('../../../src/content/main.ts?script&iife', () => ({ default: '/content.js' }));
vi.mock('webextension-polyfill', () => ({ default: {} }));

const INSERTED: InsertReport = { outcome: 'inserted', composer: 'generic', rung: 'paste', signal: 'name' };
const REFUSED: InsertReport = { outcome: 'refused', composer: 'generic', reason: 'No.' };

const memeOf = (id: string): Meme => ({
  id,
  name: 'smirk',
  source: 'test',
  title: '',
  tags: [],
  type: 'image/png',
  size: 3,
  width: 1,
  height: 1,
  animated: false,
  added: 0,
  used: { count: 0, last: 0 },
  indexed: '',
  fingerprint: '',
});

/** A library that holds every id, and a tab with one composer; `report` is what the page answers. */
function world(report: InsertReport | Error, page: Partial<Page> = {}, bytes = new Blob(['abc'])) {
  const insert = vi.fn<Page['insert']>(async () => {
    if (report instanceof Error) throw report;
    return report;
  });
  const uses: string[] = [];
  const memes = {
    get: async (id: string) => memeOf(id),
    bytes: async () => bytes,
    recordUse: async (id: string) => {
      uses.push(id);
    },
  };
  const find: Page['find'] = async (_tab, frame) => ({ frame, composer: 'generic', active: true, usedAt: 1 });
  return { insert, uses, deps: { library: { memes }, page: { enter: async () => [0], find, insert, ...page } } };
}

it('hands the file over and counts the use', async () => {
  const { insert, uses, deps } = world(INSERTED);
  expect(await insertMeme({ meme: 'a', tab: 1 }, deps)).toEqual(INSERTED);
  expect(insert.mock.calls[0]?.[2]).toMatchObject({ name: 'smirk', type: 'image/png', base64: 'YWJj' });
  expect(uses).toEqual(['a']);
});

it('gives the second click of a double click the report of the first', async () => {
  const { insert, uses, deps } = world(INSERTED);
  const [first, second] = await Promise.all([
    insertMeme({ meme: 'b', tab: 1 }, deps),
    insertMeme({ meme: 'b', tab: 1 }, deps),
  ]);
  expect(second).toBe(first);
  expect(await insertMeme({ meme: 'b', tab: 1 }, deps)).toBe(first);
  expect(insert).toHaveBeenCalledTimes(1);
  expect(uses).toEqual(['b']);
});

it('tries again at once after a refusal, and counts no use', async () => {
  const { insert, uses, deps } = world(REFUSED);
  await insertMeme({ meme: 'c', tab: 1 }, deps);
  await insertMeme({ meme: 'c', tab: 1 }, deps);
  expect(insert).toHaveBeenCalledTimes(2);
  expect(uses).toEqual([]);
});

it('reports a page that no extension may enter', async () => {
  const { deps } = world(INSERTED, { enter: () => Promise.reject(new RequestError('restricted', 'Not here.')) });
  expect(await insertMeme({ meme: 'd', tab: 1 }, deps)).toEqual({ outcome: 'no-composer', reason: 'Not here.' });
});

it('passes over frames that vanished', async () => {
  const { insert, deps } = world(INSERTED, {
    enter: async () => [0, 4, 9],
    find: async (_tab, frame) => (frame === 4 ? { frame, composer: 'generic', active: false, usedAt: 0 } : undefined),
  });
  expect(await insertMeme({ meme: 'e', tab: 1 }, deps)).toEqual(INSERTED);
  expect(insert.mock.calls[0]?.[1]).toBe(4);
});

it('says that it does not know when the page went away during the insertion', async () => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  const { uses, deps } = world(new Error('The message channel closed'));
  expect(await insertMeme({ meme: 'f', tab: 1 }, deps)).toMatchObject({ outcome: 'refused' });
  expect(uses).toEqual([]);
});

it('refuses a meme that is gone, and one too large for a message', async () => {
  const { deps } = world(INSERTED);
  const gone = { ...deps, library: { memes: { ...deps.library.memes, get: async () => undefined } } };
  await expect(insertMeme({ meme: 'g', tab: 1 }, gone)).rejects.toMatchObject({ code: 'unknown-meme' });
  const { deps: large } = world(INSERTED, {}, new Blob([new Uint8Array(MAX_BYTES + 1)]));
  await expect(insertMeme({ meme: 'h', tab: 1 }, large)).rejects.toMatchObject({ code: 'too-large' });
});
