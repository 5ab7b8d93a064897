import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';

vi.mock('webextension-polyfill', () => ({ default: {} }));
const { admit, dismiss, isAdmitted, newOpening } = await import('../../../src/background/panel/admission.ts');

const frame = (document: string, tab = 7): Runtime.MessageSender =>
  ({ documentId: document, frameId: 3, tab: { id: tab } }) as Runtime.MessageSender;
const forbidden = expect.objectContaining({ code: 'forbidden' });

beforeEach(() => {
  const kept = new Map<string, unknown>();
  vi.stubGlobal('chrome', {
    storage: {
      session: {
        get: async (key: string) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
        set: async (values: Record<string, unknown>) => {
          for (const [key, value] of Object.entries(values)) kept.set(key, structuredClone(value));
        },
      },
    },
  });
  let last: Promise<unknown> = Promise.resolve();
  const request = <T>(_: string, work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a secret', () => {
  it('admits the document that shows it, in its tab, and no other', async () => {
    await admit(await newOpening(7), frame('mine'));
    expect(await isAdmitted({ document: 'mine', tab: 7 })).toBe(true);
    expect(await isAdmitted({ document: 'mine', tab: 8 })).toBe(false);
    expect(await isAdmitted({ document: 'other', tab: 7 })).toBe(false);
  });

  it('is worth something once, also when two show it at the same time', async () => {
    const secret = await newOpening(7);
    const answers = await Promise.allSettled([admit(secret, frame('first')), admit(secret, frame('second'))]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await isAdmitted({ document: 'second', tab: 7 })).toBe(false);
  });

  it('is worth nothing in another tab, and is spent there', async () => {
    const secret = await newOpening(7);
    await expect(admit(secret, frame('thief', 8))).rejects.toEqual(forbidden);
    await expect(admit(secret, frame('mine', 7))).rejects.toEqual(forbidden);
  });

  it('is worth nothing late, or after a newer one of the same tab', async () => {
    vi.useFakeTimers();
    const late = await newOpening(7);
    vi.advanceTimersByTime(60_000);
    await expect(admit(late, frame('late'))).rejects.toEqual(forbidden);
    const older = await newOpening(7);
    await newOpening(7);
    await expect(admit(older, frame('older'))).rejects.toEqual(forbidden);
  });

  it('cannot be guessed, and needs a document that the browser names', async () => {
    await newOpening(7);
    await expect(admit(crypto.randomUUID(), frame('guess'))).rejects.toEqual(forbidden);
    const nameless = { tab: { id: 7 }, frameId: 3 } as Runtime.MessageSender;
    await expect(admit(await newOpening(7), nameless)).rejects.toEqual(forbidden);
  });
});

describe('a panel', () => {
  it('is admitted no more when it was closed, or another one opened in its tab', async () => {
    await admit(await newOpening(7), frame('first'));
    await admit(await newOpening(7), frame('second'));
    expect(await isAdmitted({ document: 'first', tab: 7 })).toBe(false);
    await dismiss(7);
    expect(await isAdmitted({ document: 'second', tab: 7 })).toBe(false);
  });
});
