import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LIMIT } from '../../../src/background/insert/hand-over.ts';
import { MAX_BYTES } from '../../../src/background/insert/limits.ts';
import type { Page } from '../../../src/background/insert/page.ts';
import type { Meme } from '../../../src/library/index.ts';
import type { InsertReport, InsertResult } from '../../../src/messages/index.ts';

vi.mock('../../../src/content/main.ts?script&iife', () => ({ default: '/content.js' }));
/** The browser's session storage, which outlives the worker. */
const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock('webextension-polyfill', () => {
  const session = {
    get: async (key: string | null) => Object.fromEntries([...stored].filter(([name]) => key === null || name === key)),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
    },
    remove: async (keys: string | string[]) => {
      for (const key of [keys].flat()) stored.delete(key);
    },
  };
  return { default: { storage: { session }, runtime: { getManifest: () => ({ version: '9.9' }) } } };
});

type Inserting = typeof import('../../../src/background/insert/index.ts');
let insertMeme: Inserting['insertMeme'];
let refusal: typeof import('../../../src/background/insert/page.ts').refusal;
let RequestError: typeof import('../../../src/messages/index.ts').RequestError;

/** A worker that has just been started remembers nothing but what is stored. */
async function startWorker(): Promise<void> {
  vi.resetModules();
  ({ insertMeme } = await import('../../../src/background/insert/index.ts'));
  ({ refusal } = await import('../../../src/background/insert/page.ts'));
  ({ RequestError } = await import('../../../src/messages/index.ts'));
}
vi.stubGlobal('navigator', { userAgent: 'Browser 1' });
beforeEach(startWorker);
afterEach(() => vi.restoreAllMocks());

const INSERTED: InsertReport = { outcome: 'inserted', composer: 'generic', rung: 'paste', signal: 'name' };
const REFUSED: InsertReport = { outcome: 'refused', composer: 'generic', reason: 'No.' };
const resultOf = (report: InsertReport): InsertResult => ({
  report,
  attempts: [{ rung: 'paste', response: 'accepted', at: 2, signs: [{ sign: 'name', weight: 'proof', at: 40 }] }],
  took: 41,
});

const memeOf = (id: string): Meme =>
  ({
    id,
    name: 'secret smirk',
    source: 'test',
    tags: [],
    type: 'image/png',
    size: 3,
    width: 1,
    height: 1,
  }) as unknown as Meme;

const candidate = {
  composer: 'generic',
  editor: 'textarea',
  selector: 'textarea',
  host: 'chat.example',
  why: 'cursor',
  lastResort: false,
  active: true,
  usedAt: 1,
} as const;

/** What a view asks for: a new insertion, unless the id is that of one asked for before. */
const wanted = (meme: string, id: string = crypto.randomUUID()) => ({ id, meme, tab: 1 });

/** A library that holds every id, and a tab with one composer; `report` is what the page answers. */
function world(report: InsertReport | Error | 'silence', page: Partial<Page> = {}, bytes = new Blob(['abc'])) {
  const insert = vi.fn<Page['insert']>(async () => {
    if (report === 'silence') return new Promise(() => undefined);
    if (report instanceof Error) throw report;
    return resultOf(report);
  });
  const uses: string[] = [];
  const memes = {
    get: async (id: string) => memeOf(id),
    bytes: async () => bytes,
    recordUse: async (id: string) => {
      uses.push(id);
    },
  };
  const find: Page['find'] = async (_tab, frame) => ({ ...candidate, frame });
  const tab: Page = { enter: async () => [0], find, insert, look: async () => ({ host: 'chat.example' }), ...page };
  return { insert, uses, deps: { library: { memes }, page: tab } };
}

it('hands the file over and counts the use', async () => {
  const { insert, uses, deps } = world(INSERTED);
  expect(await insertMeme(wanted('a'), deps)).toEqual(INSERTED);
  expect(insert.mock.calls[0]?.[2]).toMatchObject({ name: 'secret smirk', type: 'image/png', base64: 'YWJj' });
  expect(uses).toEqual(['a']);
});

it('gives who asks again with the same id the same report, at once and much later', async () => {
  const { insert, uses, deps } = world(INSERTED);
  const request = wanted('b');
  const [first, second] = await Promise.all([insertMeme(request, deps), insertMeme(request, deps)]);
  expect(second).toBe(first);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 });
  expect(await insertMeme(request, deps)).toEqual(first);
  vi.useRealTimers();
  expect(insert).toHaveBeenCalledTimes(1);
  expect(uses).toEqual(['b']);
});

it('inserts the same meme a second time when that is asked for, right after the first', async () => {
  const { insert, uses, deps } = world(INSERTED);
  await insertMeme(wanted('b'), deps);
  await insertMeme(wanted('b'), deps);
  expect(insert).toHaveBeenCalledTimes(2);
  expect(uses).toEqual(['b', 'b']);
});

it('lets go of what it keeps of insertions long ago', async () => {
  const kept = () => [...stored.keys()].filter((key) => key.startsWith('insertion '));
  await insertMeme(wanted('k'), world(INSERTED).deps);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * 60_000 });
  await insertMeme(wanted('k'), world(INSERTED).deps);
  vi.useRealTimers();
  expect(kept()).toHaveLength(1);
});

it('tries again at once after a refusal, and counts no use', async () => {
  const { insert, uses, deps } = world(REFUSED);
  await insertMeme(wanted('c'), deps);
  await insertMeme(wanted('c'), deps);
  expect(new Set(insert.mock.calls.map(([, , { token }]) => token)).size).toBe(2);
  expect(uses).toEqual([]);
});

it('sends only when the user has agreed, and then it is a new insertion', async () => {
  const { insert, deps } = world({ outcome: 'would-send', composer: 'converse' });
  expect(await insertMeme(wanted('s'), deps)).toEqual({ outcome: 'would-send', composer: 'converse' });
  await insertMeme({ ...wanted('s'), maySend: true }, deps);
  expect(insert.mock.calls.map(([, , { maySend }]) => maySend)).toEqual([false, true]);
  expect(insert.mock.calls[1]?.[2].token).not.toBe(insert.mock.calls[0]?.[2].token);
});

it('goes on with the same insertion, in the same frame, when the worker was ended in the middle', async () => {
  const before = world('silence', { enter: async () => [4] });
  const request = wanted('w');
  void insertMeme(request, before.deps);
  await vi.waitFor(() => expect(before.insert).toHaveBeenCalled());
  await startWorker();
  const after = world(INSERTED);
  expect(await insertMeme(request, after.deps)).toEqual(INSERTED);
  const [[, frame, file]] = before.insert.mock.calls as [Parameters<Page['insert']>];
  expect(after.insert.mock.calls[0]?.[1]).toBe(frame);
  expect(after.insert.mock.calls[0]?.[2].token).toBe(file.token);
});

it('answers with what became of it when the worker was ended just after the end', async () => {
  const request = wanted('v');
  await insertMeme(request, world(INSERTED).deps);
  await startWorker();
  const again = world(INSERTED);
  expect(await insertMeme(request, again.deps)).toEqual(INSERTED);
  expect(again.insert).not.toHaveBeenCalled();
});

it('stops waiting for a page that hangs, and the page may not begin after that', async () => {
  const { insert, deps } = world('silence');
  vi.useFakeTimers({ toFake: ['setTimeout', 'Date'] });
  const waiting = insertMeme(wanted('x'), deps);
  await vi.waitFor(() => expect(insert).toHaveBeenCalled());
  const asked = Date.now();
  await vi.advanceTimersByTimeAsync(LIMIT);
  expect(await waiting).toMatchObject({ outcome: 'probably', reason: expect.stringMatching(/35 seconds.*\.$/) });
  expect(insert.mock.calls[0]?.[2].startBy).toBeLessThan(asked + LIMIT);
  vi.useRealTimers();
});

it('reports a page that no extension may enter', async () => {
  const { deps } = world(INSERTED, { enter: () => Promise.reject(new RequestError('restricted', 'Not here.')) });
  expect(await insertMeme(wanted('d'), deps)).toEqual({ outcome: 'no-composer', reason: 'Not here.' });
});

it('passes over frames that vanished', async () => {
  const { insert, deps } = world(INSERTED, {
    enter: async () => [0, 4, 9],
    find: async (_tab, frame) => (frame === 4 ? { ...candidate, frame } : undefined),
  });
  expect(await insertMeme(wanted('e'), deps)).toEqual(INSERTED);
  expect(insert.mock.calls[0]?.[1]).toBe(4);
});

it.each([
  ['the page went away in the middle', 'The message channel closed', {}, 'probably'],
  ['the page went away before', 'Could not establish connection. Receiving end does not exist.', {}, 'refused'],
  ['the tab was closed', 'The message channel closed', { look: async () => undefined }, 'refused'],
])('says what it knows when %s', async (_, message, page: Partial<Page>, outcome) => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  const { deps } = world(new Error(message), page);
  const report = await insertMeme(wanted('f'), deps);
  expect(report).toMatchObject({ outcome, reason: expect.stringMatching(/ .*\.$/) });
});

it('does not blame the page for an error of its own', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const failure = new RequestError('unexpected', 'Illegal invocation');
  const report = await insertMeme(wanted('o'), world(failure).deps);
  expect(report).toMatchObject({ outcome: 'probably', reason: expect.stringContaining('Gurn itself failed') });
  expect(logged).toHaveBeenCalledWith(expect.any(String), failure);
});

it.each(['No tab with id: 7.', 'Invalid tab ID: 7', 'The tab was closed.'])('knows a closed tab by "%s"', (words) => {
  expect(refusal(new Error(words))).toMatchObject({ code: 'tab-closed' });
});

it('refuses a meme that is gone, and one too large for a message', async () => {
  const { deps } = world(INSERTED);
  const gone = { ...deps, library: { memes: { ...deps.library.memes, get: async () => undefined } } };
  await expect(insertMeme(wanted('g'), gone)).rejects.toMatchObject({ code: 'unknown-meme' });
  const { deps: large } = world(INSERTED, {}, new Blob([new Uint8Array(MAX_BYTES + 1)]));
  await expect(insertMeme(wanted('h'), large)).rejects.toMatchObject({ code: 'too-large' });
});

it('keeps an account that says what was tried, and nothing that is private', async () => {
  await insertMeme(wanted('i'), world(INSERTED).deps);
  await vi.waitFor(() => expect(stored.get('lastInsertion')).toContain('Outcome: inserted by paste'));
  const account = stored.get('lastInsertion');
  expect(account).toContain('frame 0 (chat.example): generic (textarea), has the cursor');
  expect(account).toContain('paste: accepted, at 2 ms; seen: name (proof) at 40 ms');
  expect(account).not.toContain('smirk');
});
