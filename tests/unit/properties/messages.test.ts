/** What holds of every message there is, valid or not. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { fromBase64, toBase64 } from '../../../src/messages/base64.ts';
import { dispatch, type Handlers } from '../../../src/messages/dispatch.ts';
import { Reply } from '../../../src/messages/envelope.ts';
import { LiveCommand, LiveEvent } from '../../../src/messages/live.ts';
import { covers } from '../../../src/messages/patterns.ts';
import { type Context, protocol, type RequestName } from '../../../src/messages/protocol.ts';
import { contextOf } from '../../../src/messages/sender.ts';
import { valuesOf } from './arbitrary.ts';
import { edited, edits } from './edits.ts';
import { runs } from './seed.ts';

const self = { id: 'gurnextension', origin: 'chrome-extension://gurnextension' };
const NAMES = Object.keys(protocol) as RequestName[];

/** A sender of each context, as the browser would stamp it. */
const SENDERS: Readonly<Record<Context, Runtime.MessageSender>> = {
  background: { id: self.id, url: `${self.origin}/service-worker-loader.js` },
  offscreen: { id: self.id, url: `${self.origin}/src/offscreen/index.html` },
  view: { id: self.id, url: `${self.origin}/src/popup/index.html` },
  panel: {
    id: self.id,
    url: `${self.origin}/src/pages/panel/index.html`,
    frameId: 3,
    tab: { id: 7 },
  } as Runtime.MessageSender,
  content: { id: self.id, url: 'https://discord.com/channels/1', tab: { id: 7 } } as Runtime.MessageSender,
};

const names = fc.constantFrom(...NAMES);
const requests = names.chain((name) =>
  valuesOf(protocol[name].request as v.GenericSchema).map((request) => ({ name, request })),
);
const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Answers `raw` as the context that `name` is for; what reached its handler is in `heard`. */
async function answer(name: RequestName, raw: unknown, sender: Runtime.MessageSender) {
  const heard = vi.fn(() => ({}));
  const to: Context = protocol[name].to;
  const handlers = Object.fromEntries(NAMES.map((one) => [one, heard])) as unknown as Handlers<Context>;
  const reply = await dispatch(to, handlers, self, raw, sender);
  return { heard, reply };
}

describe('any request', () => {
  it('that is as the protocol says reaches its handler unchanged, also over a wire of JSON', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ name, request }) => {
        const sender = SENDERS[protocol[name].from[0]];
        const raw = overTheWire({ gurn: 1, to: protocol[name].to, name, request });
        const { heard, reply } = await answer(name, raw, sender);
        expect(reply).toMatchObject({ ok: true });
        expect(heard).toHaveBeenCalledWith(request, sender);
      }),
      runs(5),
    );
  });

  it('that was changed anywhere is refused, or is another that the protocol allows', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(requests, edits, async ({ name, request }, edit) => {
        const changed = edited({ request }, { ...edit, way: [0, ...edit.way] }) as { request?: unknown };
        const raw = { gurn: 1, to: protocol[name].to, name, request: changed.request };
        const { heard, reply } = await answer(name, raw, SENDERS[protocol[name].from[0]]);
        const isAllowed = v.is(protocol[name].request, changed.request);
        expect(heard).toHaveBeenCalledTimes(isAllowed ? 1 : 0);
        expect(reply).toMatchObject(isAllowed ? { ok: true } : { ok: false, error: { code: 'malformed' } });
        if (!isAllowed) refused += 1;
      }),
      runs(10),
    );
    expect(refused).toBeGreaterThan(300);
  });

  it('is answered to nobody but those who may ask it', async () => {
    const contexts = fc.constantFrom(...(Object.keys(SENDERS) as Context[]));
    await fc.assert(
      fc.asyncProperty(requests, contexts, async ({ name, request }, from) => {
        const raw = { gurn: 1, to: protocol[name].to, name, request };
        const { heard, reply } = await answer(name, raw, SENDERS[from]);
        const isAllowed = (protocol[name].from as readonly Context[]).includes(from);
        expect(heard).toHaveBeenCalledTimes(isAllowed ? 1 : 0);
        if (!isAllowed) expect(reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
      }),
      runs(5),
    );
  });
});

describe('anything whatsoever', () => {
  const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });
  const envelopes = fc.record({ gurn: fc.constantFrom(1, 2, '1'), to: anything, name: anything, request: anything });

  it('as a message is left alone or refused, never thrown over', async () => {
    const raws = fc.oneof(
      anything,
      envelopes,
      envelopes.map((raw) => ({ ...raw, gurn: 1, to: 'background' })),
    );
    await fc.assert(
      fc.asyncProperty(raws, names, async (raw, name) => {
        const { heard, reply } = await answer(name, raw, SENDERS.view);
        expect(heard).not.toHaveBeenCalled();
        if (reply !== undefined) expect(v.parse(Reply, reply)).toMatchObject({ ok: false });
      }),
      runs(10),
    );
  });

  it.each([
    ['command', LiveCommand],
    ['event', LiveEvent],
    ['reply', Reply],
  ])('on a line is no %s, or is one as it stands', (_, schema) => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.jsonValue()), (raw) => {
        const parsed = v.safeParse(schema, raw);
        if (parsed.success) expect(parsed.output).toEqual(raw);
      }),
      runs(10),
    );
  });

  it('that a page could make of its address, its tab and its frame makes it nobody of ours', () => {
    const senders = fc.record({
      id: fc.constantFrom(self.id, 'another'),
      url: fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string().map((text) => `https://x.test/${self.origin}/src/popup/${text}`),
        fc.string().map((text) => `${self.origin}${text}.x.test/src/popup/index.html`),
        fc.constant(`CHROME-EXTENSION://${self.id}/src/popup/index.html`),
      ),
      frameId: fc.nat(3),
      tab: fc.constantFrom({ id: 7 }, undefined),
    });
    fc.assert(
      fc.property(senders, (sender) => {
        fc.pre(!sender.url.startsWith(`${self.origin}/`));
        const context = contextOf(sender as Runtime.MessageSender, self);
        expect(context).toBe(sender.id === self.id && sender.tab ? 'content' : undefined);
      }),
      runs(3),
    );
  });
});

describe('what travels', () => {
  it.each([
    ['command', LiveCommand],
    ['event', LiveEvent],
  ])('as a live %s comes out of JSON as it went in', (_, schema) => {
    fc.assert(
      fc.property(valuesOf(schema as v.GenericSchema), (value) => {
        expect(v.parse(schema, overTheWire(value))).toEqual(value);
      }),
      runs(5),
    );
  });

  it('as a reply comes out of JSON as it went in', () => {
    const replies = names.chain((name) =>
      valuesOf(protocol[name].reply as v.GenericSchema).map((reply) => ({ name, reply })),
    );
    fc.assert(
      fc.property(replies, ({ name, reply }) => {
        expect(v.parse(protocol[name].reply as v.GenericSchema, overTheWire(reply))).toEqual(reply);
      }),
      runs(5),
    );
  });

  it('as base64 are the same bytes', () => {
    // Longer than is turned into text at once.
    const lengths = fc.oneof(fc.nat(300), fc.integer({ min: 24_570, max: 24_600 }));
    fc.assert(
      fc.property(lengths, fc.integer(), (length, seed) => {
        const some = Uint8Array.from({ length }, (_, i) => Math.imul(seed + i, 2_654_435_761) >>> 24);
        expect(Buffer.compare(fromBase64(toBase64(some)), some)).toBe(0);
      }),
    );
  });
});

describe('a match pattern', () => {
  const hosts = fc.domain();

  it('covers its own host and no other, whatever the path', () => {
    fc.assert(
      fc.property(hosts, hosts, fc.webPath(), (host, other, path) => {
        expect(covers([`https://${host}/*`], `https://${host}${path}`)).toBe(true);
        expect(covers([`https://${host}/*`], `http://${host}${path}`)).toBe(false);
        expect(covers([`https://${host}/*`], `https://${other}${path}`)).toBe(other === host);
        expect(covers([`https://*.${host}/*`], `https://sub.${host}${path}`)).toBe(true);
        expect(covers([`https://*.${host}/*`], `https://evil${host}${path}`)).toBe(false);
      }),
    );
  });

  it('that is none covers nothing, and what is no address is covered by none', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.webUrl(), (patterns, address) => {
        expect(covers(patterns, address)).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (address) => {
        fc.pre(!/^https?:/i.test(address.trim()));
        expect(covers(['http://*.com/*', 'https://x.test/*'], address)).toBe(false);
      }),
    );
  });
});
