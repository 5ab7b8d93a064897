/** What can go wrong with the library, and what a person can do about it. */
const SENTENCES = {
  full: 'There is no room left to store this; nothing was saved. Free some disk space and try again.',
  blocked:
    "Gurn was updated, but one of its older windows still holds the library. Close Gurn's windows and try again.",
  'newer-version': 'This library was made by a newer Gurn. Update Gurn to open it; nothing in it was changed.',
  unavailable: 'The browser cannot open the library. Restart the browser; if that does not help, free some disk space.',
  interrupted: 'The browser broke this off before it was saved; nothing was changed. Try again.',
  damaged: 'A part of the library cannot be read any more. Remove the picture concerned and add it again.',
  missing: 'This picture is no longer in the library.',
  invalid: 'This cannot be stored in the library.',
  starter: 'The starter stickers of this installation cannot be read. Install Gurn again.',
} as const;

export type LibraryErrorCode = keyof typeof SENTENCES;

/** A failure of the library. `message` can be shown to a person. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
  constructor(
    readonly code: LibraryErrorCode,
    message: string = SENTENCES[code],
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** IndexedDB's errors by name. Chromium reports a failing disk or a corrupt store as UnknownError. */
const CODES: Readonly<Record<string, LibraryErrorCode>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer-version',
  AbortError: 'interrupted',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  DataError: 'damaged',
  DataCloneError: 'invalid',
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  TimeoutError: 'unavailable',
  UnknownError: 'unavailable',
};

/** The browser's error as one a person can act on; errors in the program itself stay what they are. */
export function toLibraryError(error: unknown): unknown {
  if (error instanceof LibraryError || !(error instanceof Error)) return error;
  const code = CODES[error.name];
  return code ? new LibraryError(code, undefined, error) : error;
}
