/** Why a picture was refused. */
export type DecodeErrorCode =
  | 'unreadable'
  | 'empty'
  | 'not-an-image'
  | 'web-page'
  | 'svg'
  | 'unsupported'
  | 'too-large-file'
  | 'too-many-pixels'
  | 'too-many-frames'
  | 'too-costly'
  | 'truncated'
  | 'inconsistent'
  | 'damaged'
  | 'timeout';

/** A picture that cannot be used. `message` says what is wrong and what to do, and can be shown to a person. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
  constructor(
    readonly code: DecodeErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const truncated = () =>
  new DecodeError('truncated', 'The picture is cut off: part of its file is missing. Download or copy it again.');

export const damaged = (what: string, options?: ErrorOptions) =>
  new DecodeError(
    'damaged',
    `The picture is damaged: ${what}. Download it again, or save it anew in an editor.`,
    options,
  );
