/** Checks an incoming message against the protocol and runs its handler. Knows no extension API. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { Envelope, type Reply } from './envelope.ts';
import { RequestError, toFailure } from './errors.ts';
import { type Context, protocol, type ReplyOf, type RequestName, type RequestOf, type RequestsTo } from './protocol.ts';
import { contextOf, type Identity } from './sender.ts';

export type Handlers<C extends Context> = {
  readonly [N in RequestsTo<C>]: (
    request: RequestOf<N>,
    sender: Runtime.MessageSender,
  ) => ReplyOf<N> | Promise<ReplyOf<N>>;
};

const isRequestName = (name: string): name is RequestName => Object.hasOwn(protocol, name);

/**
 * Answers one raw message as context `self`, or returns `undefined` when it is not for this context at all.
 * Never throws: an unknown name, a malformed request and a forbidden sender come back as failures with a code.
 */
export function dispatch<C extends Context>(
  self: C,
  handlers: Handlers<C>,
  identity: Identity,
  raw: unknown,
  sender: Runtime.MessageSender,
): Promise<Reply> | undefined {
  const envelope = v.safeParse(Envelope, raw);
  if (!envelope.success || envelope.output.to !== self) return undefined;
  return answer(self, handlers, identity, envelope.output, sender).then(
    (value): Reply => ({ ok: true, value }),
    (error: unknown): Reply => ({ ok: false, error: toFailure(error) }),
  );
}

async function answer<C extends Context>(
  self: C,
  handlers: Handlers<C>,
  identity: Identity,
  { name, request }: Envelope,
  sender: Runtime.MessageSender,
): Promise<unknown> {
  if (!isRequestName(name) || protocol[name].to !== self) {
    throw new RequestError('unknown-request', `There is no request "${name}".`);
  }
  const from = contextOf(sender, identity);
  const allowed: readonly Context[] = protocol[name].from;
  if (from === undefined || !allowed.includes(from)) {
    throw new RequestError('forbidden', `"${name}" may not be asked from here.`);
  }
  const parsed = v.safeParse(protocol[name].request, request);
  if (!parsed.success) throw new RequestError('malformed', `"${name}" was asked with a malformed request.`);
  const handler = handlers[name as RequestsTo<C>] as (r: unknown, s: Runtime.MessageSender) => unknown;
  return handler(parsed.output, sender);
}
