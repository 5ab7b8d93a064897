/** Listens for the requests that this context answers. */
import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { dispatch, type Handlers } from './dispatch.ts';
import { Envelope } from './envelope.ts';
import type { Context, RequestsTo } from './protocol.ts';
import type { Identity } from './sender.ts';

/** The extension's identity as the browser states it. */
export const identity = (): Identity => ({
  id: browser.runtime.id,
  origin: browser.runtime.getURL('').replace(/\/$/, ''),
});

/**
 * Starts answering. `sendResponse` with `return true` works in every Chromium; a returned promise does not.
 * @param heeds where several documents are the same context: whether this one answers a request of this name now
 */
export function serve<C extends Context>(
  self: C,
  handlers: Handlers<C>,
  heeds: (name: RequestsTo<C>) => boolean = () => true,
): () => void {
  const listener = (
    raw: unknown,
    sender: Runtime.MessageSender,
    respond: (reply: unknown) => void,
  ): true | undefined => {
    if (v.is(Envelope, raw) && !heeds(raw.name as RequestsTo<C>)) return undefined;
    const reply = dispatch(self, handlers, identity(), raw, sender);
    if (reply === undefined) return undefined;
    void reply.then(respond);
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListener);
  return () => browser.runtime.onMessage.removeListener(listener as Runtime.OnMessageListener);
}
