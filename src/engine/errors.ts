export type EngineErrorCode =
  | 'assets-missing'
  | 'detector-failed'
  | 'no-backend'
  | 'embedding-failed'
  | 'disposed'
  | 'degenerate-keypoints'
  | 'bad-vector'
  | 'out-of-memory';

/** What can go wrong in the engine. The message says what a person can do about it. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    readonly code: EngineErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What a caught value says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
