import * as v from 'valibot';

/** How a failure travels: a code for programs, a sentence for people. */
export const Failure = v.strictObject({ code: v.string(), message: v.string() });
export type Failure = v.InferOutput<typeof Failure>;

/** A request that failed on the other side, or never reached it. `message` can be shown to a person. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const hasCode = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** Turns whatever a handler threw into something that can travel. Unexpected errors keep their message. */
export function toFailure(error: unknown): Failure {
  if (hasCode(error)) return { code: error.code, message: error.message };
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
}
