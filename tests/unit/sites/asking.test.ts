/** What becomes of a grant that comes when the view which asked for it is gone. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const SITE = 'https://chat.test/*';
const { storage, granted } = vi.hoisted(() => {
  const area = () => {
    const kept = new Map<string, unknown>();
    return {
      get: async (key: string) => (kept.has(key) ? { [key]: kept.get(key) } : {}),
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) kept.set(key, value);
      },
      remove: async (key: string) => void kept.delete(key),
      clear: () => kept.clear(),
    };
  };
  return { storage: { local: area(), session: area() }, granted: new Set<string>() };
});
vi.mock('webextension-polyfill', () => ({
  default: {
    storage,
    permissions: { contains: async ({ origins }: { origins: string[] }) => origins.every((one) => granted.has(one)) },
  },
}));
const { enabledOrigins, finishAsking, forgetAsking } = await import('../../../src/sites/index.ts');
const { noteAsking } = await import('../../../src/sites/asking.ts');
const { requestAccess } = await import('../../../src/background/add/permission.ts');

const click = {
  tabId: 1,
  windowId: 1,
  frameId: 0,
  srcUrl: 'https://chat.test/cat.jpg',
  kind: 'image',
  pageUrl: 'https://page.test/',
  pageTitle: '',
  incognito: false,
} as const;

beforeEach(() => {
  storage.local.clear();
  storage.session.clear();
  granted.clear();
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('switches on the site that a view asked for which was closed by the asking', async () => {
  await noteAsking([SITE]);
  granted.add(SITE);
  await finishAsking();
  expect(await enabledOrigins()).toEqual([SITE]);
});

it('switches nothing on before the site is granted, nor when the answer comes too late', async () => {
  await noteAsking([SITE]);
  await finishAsking();
  granted.add(SITE);
  expect(await enabledOrigins()).toEqual([]);
  vi.useFakeTimers({ now: Date.now() + 5 * 60 * 1000 + 1 });
  await finishAsking();
  expect(await enabledOrigins()).toEqual([]);
});

it('switches nothing on by the leave to load a picture from there, after a no that nobody heard', async () => {
  await noteAsking([SITE]);
  vi.stubGlobal('chrome', {
    permissions: {
      request: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) granted.add(origin);
        return true;
      },
    },
  });
  expect(await requestAccess(click)).toBe(true);
  await finishAsking();
  expect(await enabledOrigins()).toEqual([]);
});

it('forgets what was asked', async () => {
  await noteAsking([SITE]);
  await forgetAsking();
  granted.add(SITE);
  await finishAsking();
  expect(await enabledOrigins()).toEqual([]);
});
