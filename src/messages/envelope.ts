import * as v from 'valibot';
import { Failure } from './errors.ts';

/** A request on the wire. `to` keeps it from contexts it is not for: runtime messages reach all of them. */
export const Envelope = v.strictObject({ gurn: v.literal(1), to: v.string(), name: v.string(), request: v.unknown() });
export type Envelope = v.InferOutput<typeof Envelope>;

/** A reply on the wire. */
export const Reply = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({ ok: v.literal(false), error: Failure }),
]);
export type Reply = v.InferOutput<typeof Reply>;
