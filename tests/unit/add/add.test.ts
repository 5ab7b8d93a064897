import { beforeEach, describe, expect, test, vi } from 'vitest';
import { confirm, createAdd, type Parts } from '../../../src/background/add/add.ts';
import type { Click } from '../../../src/background/add/click.ts';
import { PictureError } from '../../../src/background/add/errors.ts';
import { createJobs, type Jobs, type Store } from '../../../src/background/add/jobs.ts';
import { resumePending } from '../../../src/background/add/resume.ts';
import type { AddReport, Toast } from '../../../src/messages/payloads.ts';

const MEME = 'a'.repeat(64);
const TAB = 7;
const click: Click = {
  tabId: TAB,
  windowId: 1,
  frameId: 0,
  srcUrl: 'https://cdn.example/a.jpg',
  kind: 'image',
  pageUrl: 'https://chat.example/',
  pageTitle: 'Cats',
  incognito: false,
};

/** `chrome.storage.local`, which a killed worker leaves behind. */
function createStore(): Store {
  const kept = new Map<string, unknown>();
  return {
    get: async () => Object.fromEntries(kept),
    set: async (items: Record<string, unknown>) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key: string) => void kept.delete(key),
  } as Store;
}

/** What outlives a worker, and a worker on top of it. */
function createWorld() {
  const store = createStore();
  const inbox = new Map<string, { name: string; source: string }>();
  const library = new Set<string>();
  const said: Toast[] = [];
  let report: (inbox: string) => AddReport = () => ({ outcome: 'added', meme: MEME, faces: 2 });
  const search = vi.fn(async ({ inbox: id }: { inbox: string; evenWithoutFace: boolean }) => {
    const outcome = report(id);
    if (outcome.outcome !== 'no-face') {
      inbox.delete(id);
      library.add(MEME);
    }
    return outcome;
  });
  const worker = (changes: Partial<Parts> = {}): Parts & { jobs: Jobs } => ({
    jobs: createJobs(store),
    library: async () =>
      ({
        inbox: {
          put: async (picture: { name: string; source: string }) => {
            const id = crypto.randomUUID();
            inbox.set(id, picture);
            return id;
          },
          get: async (id: string) => inbox.get(id),
          discard: async (id: string) => void inbox.delete(id),
          sweep: async () => 0,
        },
        memes: {
          get: async (id: string) => (library.has(id) ? { id } : undefined),
          has: async (id: string) => library.has(id),
          mend: async () => false,
        },
        faces: { ofMeme: async () => [{}, {}] },
      }) as unknown as Awaited<ReturnType<Parts['library']>>,
    tell: async (_, toast) => {
      said.push(toast);
      return true;
    },
    obtain: async () => ({ blob: new Blob(['x']), way: 'background' }),
    caption: async () => ({ alt: 'A cat', title: '' }),
    digest: async () => MEME,
    index: search,
    ...changes,
  });
  return {
    inbox,
    library,
    said,
    search,
    worker,
    answer: (next: typeof report) => {
      report = next;
    },
  };
}

/** A step that the worker does not live to see the end of. */
const killedHere = (): Promise<never> => new Promise(() => undefined);

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
  vi.spyOn(console, 'warn').mockReturnValue();
});

const lastWords = (): string | undefined => world.said.at(-1)?.text;

test('an addition says that it works and what came of it, as one job', async () => {
  await createAdd(world.worker())(click, Promise.resolve(true));
  expect(world.said.map(({ text }) => text)).toEqual(['Adding to Gurn…', 'Added, 2 faces']);
  expect(new Set(world.said.map(({ job }) => job)).size).toBe(1);
});

test('what is in the library already is not searched again', async () => {
  world.library.add(MEME);
  await createAdd(world.worker())(click, Promise.resolve(true));
  expect(lastWords()).toBe('Already in your library');
  expect(world.search).not.toHaveBeenCalled();
});

test('a failure leaves neither picture nor job', async () => {
  const parts = world.worker({ obtain: () => Promise.reject(new PictureError('network')) });
  await createAdd(parts)(click, Promise.resolve(true));
  expect(world.said.at(-1)?.kind).toBe('error');
  expect(await parts.jobs.list()).toEqual([]);
});

test('a picture that the decoder refuses leaves the inbox', async () => {
  const refusal = Object.assign(new Error('The picture is cut off.'), { code: 'truncated' });
  await createAdd(world.worker({ index: () => Promise.reject(refusal) }))(click, Promise.resolve(true));
  expect(lastWords()).toBe('The picture is cut off.');
  expect(world.inbox.size).toBe(0);
});

test('a picture that was added before who searched it died is said to be added', async () => {
  const index: Parts['index'] = async (request) => {
    await world.search(request);
    throw new Error('The message channel closed before a response was received.');
  };
  await createAdd(world.worker({ index }))(click, Promise.resolve(true));
  expect(lastWords()).toBe('Added, 2 faces');
});

test('where the question cannot be asked, the picture does not wait for an answer', async () => {
  world.answer((inbox) => ({ outcome: 'no-face', inbox }));
  await createAdd(world.worker({ tell: async () => false }))(click, Promise.resolve(true));
  expect(world.inbox.size).toBe(0);
});

describe('the answer "Add anyway"', () => {
  const ask = async (parts: Parts): Promise<string> => {
    world.answer((inbox) => ({ outcome: 'no-face', inbox }));
    await createAdd(parts)(click, Promise.resolve(true));
    world.answer(() => ({ outcome: 'added', meme: MEME, faces: 0 }));
    return world.said.at(-1)?.inbox ?? '';
  };

  test('adds the picture, once', async () => {
    const parts = world.worker();
    const inbox = await ask(parts);
    expect(await confirm(parts, inbox, TAB)).toMatchObject({ outcome: 'added' });
    expect(world.search).toHaveBeenLastCalledWith({ inbox, evenWithoutFace: true });
    await expect(confirm(parts, inbox, TAB)).rejects.toMatchObject({ code: 'gone' });
  });

  test('from another tab, or for a picture nobody was asked about, is refused', async () => {
    const parts = world.worker();
    const inbox = await ask(parts);
    await expect(confirm(parts, inbox, TAB + 1)).rejects.toMatchObject({ code: 'gone' });
    await expect(confirm(parts, inbox, undefined)).rejects.toMatchObject({ code: 'gone' });
    await expect(confirm(parts, crypto.randomUUID(), TAB)).rejects.toMatchObject({ code: 'gone' });
    expect(world.inbox.size).toBe(1);
  });

  test('counts in the next worker too, but not in the next session of the browser', async () => {
    const inbox = await ask(world.worker());
    const next = world.worker();
    await resumePending(next);
    expect(world.inbox.has(inbox)).toBe(true);
    await resumePending(world.worker(), true);
    expect(world.inbox.size).toBe(0);
    await expect(confirm(next, inbox, TAB)).rejects.toMatchObject({ code: 'gone' });
  });
});

describe('after a kill', () => {
  const kill = async (changes: Partial<Parts>, reached: () => boolean): Promise<void> => {
    void createAdd(world.worker(changes))(click, Promise.resolve(true));
    await vi.waitUntil(reached);
  };

  test('while loading, the person is asked to add it again', async () => {
    const obtain = vi.fn(killedHere);
    await kill({ obtain }, () => obtain.mock.calls.length > 0);
    const next = world.worker();
    await resumePending(next);
    expect(lastWords()).toBe('The browser interrupted Gurn. Add the picture again.');
    expect(await next.jobs.list()).toEqual([]);
  });

  test('while searching, the search is done again', async () => {
    const index = vi.fn(killedHere);
    await kill({ index }, () => index.mock.calls.length > 0);
    await resumePending(world.worker());
    expect(lastWords()).toBe('Added, 2 faces');
    expect(world.inbox.size).toBe(0);
  });

  test('with the picture already moved, only the words are made up for', async () => {
    const index: Parts['index'] = async (request) => {
      await world.search(request);
      return killedHere();
    };
    await kill({ index }, () => world.library.has(MEME));
    await resumePending(world.worker());
    expect(world.search).toHaveBeenCalledTimes(1);
    expect(lastWords()).toBe('Added, 2 faces');
  });

  /** Kills the worker when it is about to say something of this kind. */
  const killBeforeSaying = async (kind: Toast['kind'], changes: Partial<Parts> = {}): Promise<void> => {
    const tell = vi.fn(async (_: number, toast: Toast) => (toast.kind === kind ? killedHere() : true));
    await kill({ ...changes, tell }, () => tell.mock.calls.some(([, toast]) => toast.kind === kind));
    expect(world.said).toEqual([]);
  };

  test('before it was said that the picture is added, that is made up for', async () => {
    await killBeforeSaying('done');
    const next = world.worker();
    await resumePending(next);
    expect(world.search).toHaveBeenCalledTimes(1);
    expect(world.said.map(({ text }) => text)).toEqual(['Added, 2 faces']);
    expect(await next.jobs.list()).toEqual([]);
  });

  test('before it was asked whether a picture without a face is wanted, that is asked, once', async () => {
    world.answer((inbox) => ({ outcome: 'no-face', inbox }));
    await killBeforeSaying('question');
    await resumePending(world.worker());
    await resumePending(world.worker());
    expect(world.said.map(({ text }) => text)).toEqual(['No face found']);
    expect(world.search).toHaveBeenCalledTimes(1);
  });

  test('before a failure was said, the person is asked to add the picture again', async () => {
    const refusal = Object.assign(new Error('The picture is cut off.'), { code: 'truncated' });
    await killBeforeSaying('error', { index: () => Promise.reject(refusal) });
    const next = world.worker();
    await resumePending(next);
    expect(world.said.map(({ text }) => text)).toEqual(['The browser interrupted Gurn. Add the picture again.']);
    expect(await next.jobs.list()).toEqual([]);
    expect(world.inbox.size).toBe(0);
  });

  test('what this worker itself is doing is left alone', async () => {
    const obtain = vi.fn(killedHere);
    const parts = world.worker({ obtain });
    void createAdd(parts)(click, Promise.resolve(true));
    await vi.waitUntil(() => obtain.mock.calls.length > 0);
    await resumePending(parts);
    expect(await parts.jobs.list()).toHaveLength(1);
    expect(lastWords()).toBe('Adding to Gurn…');
  });
});
