import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { dispatch, type Handlers } from '../../../src/messages/dispatch.ts';
import { RequestError } from '../../../src/messages/errors.ts';

const self = { id: 'gurnextension', origin: 'chrome-extension://gurnextension' };
const popup: Runtime.MessageSender = { id: self.id, url: `${self.origin}/src/popup/index.html` };
const page = {
  id: self.id,
  url: 'https://discord.com/channels/1',
  tab: { id: 7 },
} as Runtime.MessageSender;
const meme = 'a'.repeat(64);
const id = '7a0d3c54-6f0e-4c59-9c9b-0f3b8f2f1c11';

function background(overrides: Partial<Handlers<'background'>> = {}): Handlers<'background'> {
  return {
    'engine.ensure': vi.fn(() => ({})),
    insert: vi.fn(() => ({ outcome: 'no-composer' as const, reason: 'nothing to write in' })),
    'add.confirm': vi.fn(() => ({ outcome: 'duplicate' as const, meme })),
    'add.watch': vi.fn(() => ({})),
    'teach.open': vi.fn(() => ({})),
    'panel.enter': vi.fn(() => ({ camera: '', mirrored: true, holdToFreeze: true, top: 3 })),
    'panel.about': vi.fn(() => null),
    'panel.picture': vi.fn(() => null),
    'panel.file': vi.fn(() => null),
    'panel.insert': vi.fn(() => ({ outcome: 'no-composer' as const, reason: 'nothing to write in' })),
    'panel.copied': vi.fn(() => ({})),
    'panel.save': vi.fn(() => ({})),
    'panel.leave': vi.fn(() => ({})),
    'panel.closed': vi.fn(() => ({})),
    'panel.admits': vi.fn(() => ({ admitted: false })),
    'imports.wake': vi.fn(() => ({})),
    'imports.fetch': vi.fn(() => ({})),
    ...overrides,
  };
}

const envelope = (name: string, request: unknown, to = 'background') => ({ gurn: 1, to, name, request });

describe('a request', () => {
  it('reaches its handler and comes back with its reply', async () => {
    const handlers = background();
    const reply = await dispatch('background', handlers, self, envelope('insert', { id, meme, tab: 3 }), popup);
    expect(handlers.insert).toHaveBeenCalledWith({ id, meme, tab: 3 }, popup);
    expect(reply).toEqual({ ok: true, value: { outcome: 'no-composer', reason: 'nothing to write in' } });
  });

  it('is left alone when it is for another context, or is not ours at all', () => {
    const handlers = background();
    const strangers = [envelope('index', {}, 'offscreen'), { hello: 'world' }, null, 'insert', 42, []];
    for (const raw of strangers) expect(dispatch('background', handlers, self, raw, popup)).toBeUndefined();
  });

  it.each(['nonsense', 'toString', '__proto__', 'constructor', 'index'])(
    'called %s is refused as unknown',
    async (name) => {
      const reply = await dispatch('background', background(), self, envelope(name, {}), popup);
      expect(reply).toMatchObject({ ok: false, error: { code: 'unknown-request' } });
    },
  );

  it.each([
    ['no id', { meme, tab: 1 }],
    ['no meme', { id, tab: 1 }],
    ['a meme that is no hash', { id, meme: '../../etc', tab: 1 }],
    ['a tab that is no number', { id, meme, tab: '1' }],
    ['a negative tab', { id, meme, tab: -1 }],
    ['a field too many', { id, meme, tab: 1, and: 'more' }],
    ['nothing', undefined],
    ['a list', []],
  ])('with %s is refused before any handler runs', async (_, request) => {
    const handlers = background();
    const reply = await dispatch('background', handlers, self, envelope('insert', request), popup);
    expect(reply).toMatchObject({ ok: false, error: { code: 'malformed' } });
    expect(handlers.insert).not.toHaveBeenCalled();
  });
});

describe('a forged sender', () => {
  const forgeries: [string, Runtime.MessageSender][] = [
    ['another extension', { id: 'other', url: 'chrome-extension://other/src/popup/index.html' }],
    ['a content script', page],
    ['a page whose address begins like ours', { ...page, url: `${self.origin}.evil.example/src/popup/index.html` }],
    ['a page with our address in its query', { ...page, url: `https://evil.example/?${popup.url}` }],
    ['a page of ours that is no view', { id: self.id, url: `${self.origin}/src/offscreen/index.html` }],
    ['a sender without an address', { id: self.id }],
    ['the popup in a frame of a page', { ...page, url: `${self.origin}/src/popup/index.html`, frameId: 3 }],
    ['the panel, for any tab it names', { ...page, url: `${self.origin}/src/pages/panel/index.html`, frameId: 3 }],
    ['the panel in a tab of its own', { ...page, url: `${self.origin}/src/pages/panel/index.html`, frameId: 0 }],
  ];

  it.each(forgeries)('(%s) cannot have a meme inserted', async (_, sender) => {
    const handlers = background();
    const reply = await dispatch('background', handlers, self, envelope('insert', { id, meme, tab: 1 }), sender);
    expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(handlers.insert).not.toHaveBeenCalled();
  });

  it('cannot answer a toast from a view: only pages may', async () => {
    const request = { inbox: '6f2d1c1e-6d0a-4a52-9c1e-0a6a5f4f2b11' };
    const fromView = await dispatch('background', background(), self, envelope('add.confirm', request), popup);
    const fromPage = await dispatch('background', background(), self, envelope('add.confirm', request), page);
    expect(fromView).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(fromPage).toMatchObject({ ok: true });
  });
});

describe('a handler that throws', () => {
  it('reaches the caller with its code and its sentence', async () => {
    const handlers = background({
      insert: () => {
        throw new RequestError('gone', 'This meme is not in your library any more.');
      },
    });
    const reply = await dispatch('background', handlers, self, envelope('insert', { id, meme, tab: 1 }), popup);
    expect(reply).toEqual({
      ok: false,
      error: { code: 'gone', message: 'This meme is not in your library any more.' },
    });
  });

  it('with an error nobody foresaw is told apart', async () => {
    const handlers = background({ insert: () => Promise.reject(new TypeError('x is undefined')) });
    const reply = await dispatch('background', handlers, self, envelope('insert', { id, meme, tab: 1 }), popup);
    expect(reply).toEqual({ ok: false, error: { code: 'unexpected', message: 'x is undefined' } });
  });
});
