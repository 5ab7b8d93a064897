import { afterEach, beforeEach, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import { type InsertReport, RequestError } from '../../../src/messages/index.ts';
import { CLOSE_AFTER_MS, createDeliverer, GONE_AFTER_MS } from '../../../src/popup/delivery.ts';
import type { PopupPorts } from '../../../src/popup/ports.ts';
import { askSurely } from '../../../src/ui/insertion.ts';

const INSERTED: InsertReport = { outcome: 'inserted', composer: 'slack', rung: 'paste', signal: 'preview' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A deliverer whose page answers with these reports, one after the other. */
function deliverer(...reports: InsertReport[]) {
  const insert = vi.fn(async (): Promise<InsertReport> => reports.shift() ?? INSERTED);
  const copy = vi.fn(async () => 'copied' as const);
  const close = vi.fn();
  const memes = {
    get: async () => ({ name: 'smirk', animated: false }),
    bytes: async () => new Blob(['abc']),
    recordUse: async () => undefined,
  };
  const ports = { insert, copy, close, memes } as unknown as PopupPorts;
  return { insert, copy, close, popup: createDeliverer(ports, () => undefined) };
}

it('takes nothing more once the meme is in, until the view has closed', async () => {
  const { insert, close, copy, popup } = deliverer();
  await popup.insert('best');
  await popup.insert('another that ranks there now');
  await popup.copy('another that ranks there now');
  await vi.advanceTimersByTimeAsync(CLOSE_AFTER_MS);
  expect(close).toHaveBeenCalledOnce();
  await popup.insert('another that ranks there now');
  expect(insert.mock.calls).toEqual([['best', false]]);
  expect(copy).not.toHaveBeenCalled();
});

it('serves on in a view that could not be closed', async () => {
  const { insert, popup } = deliverer();
  await popup.insert('first');
  await vi.advanceTimersByTimeAsync(CLOSE_AFTER_MS + GONE_AFTER_MS);
  await popup.insert('second');
  expect(insert).toHaveBeenCalledTimes(2);
});

it('takes another meme after one that did not go in', async () => {
  const { insert, popup } = deliverer({ outcome: 'no-composer', reason: 'There is no message box.' });
  await popup.insert('first');
  await popup.insert('second');
  expect(insert).toHaveBeenCalledTimes(2);
});

it('asks a worker that was ended again, with the same id', async () => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  const ask = vi.fn(async (_id: string) => INSERTED).mockRejectedValueOnce(new Error('The message channel closed.'));
  expect(await askSurely(ask)).toEqual(INSERTED);
  const [[first], [second]] = ask.mock.calls as [[string], [string]];
  expect(second).toBe(first);
  await askSurely(ask);
  expect(ask.mock.calls[2]?.[0]).not.toBe(first);
});

it('does not ask again who has answered', async () => {
  const ask = vi.fn(async () => Promise.reject(new RequestError('too-large', 'Too large.')));
  await expect(askSurely(ask)).rejects.toMatchObject({ code: 'too-large' });
  expect(ask).toHaveBeenCalledOnce();
});
