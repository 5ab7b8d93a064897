/** Typed requests to the other contexts. */
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type Envelope, Reply } from './envelope.ts';
import { RequestError } from './errors.ts';
import { protocol, type ReplyOf, type RequestName, type RequestOf, type RequestsTo } from './protocol.ts';

const seal = (name: RequestName, request: unknown): Envelope => ({ gurn: 1, to: protocol[name].to, name, request });

function open<N extends RequestName>(name: N, raw: unknown): ReplyOf<N> {
  const reply = v.safeParse(Reply, raw);
  if (!reply.success) throw new RequestError('no-answer', 'Gurn did not answer. Reload the page and try again.');
  if (!reply.output.ok) throw new RequestError(reply.output.error.code, reply.output.error.message);
  const value = v.safeParse(protocol[name].reply, reply.output.value);
  if (!value.success) throw new RequestError('bad-reply', `Gurn's answer to "${name}" was damaged.`);
  return value.output as ReplyOf<N>;
}

/**
 * Asks the background or the offscreen document.
 * @throws RequestError with the handler's code and message, `no-answer` when nobody listens, `bad-reply` when damaged.
 */
export async function ask<N extends RequestsTo<'background' | 'offscreen'>>(
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> {
  return open(name, await browser.runtime.sendMessage(seal(name, request)));
}

/** Asks the content script in one frame of a tab. Errors as for {@link ask}; a frame without one rejects too. */
export async function askFrame<N extends RequestsTo<'content'>>(
  tabId: number,
  frameId: number,
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> {
  return open(name, await browser.tabs.sendMessage(tabId, seal(name, request), { frameId }));
}

/** Asks the content scripts in all frames of a tab, and returns the first answer; rejects where there is none. */
export async function askTab<N extends RequestsTo<'content'>>(
  tabId: number,
  name: N,
  request: RequestOf<N>,
): Promise<ReplyOf<N>> {
  return open(name, await browser.tabs.sendMessage(tabId, seal(name, request)));
}
