/** Why a picture's bytes could not be had, in words for a person. */

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Bytes of a picture: the decoder's limit too (`engine/decode/limits.ts`), which this room may not import. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** From the most telling to the least: when every way fails, the foremost is what the person reads. */
const SENTENCES = {
  'too-large': `This picture is too large: Gurn takes up to ${megabytes(MAX_BYTES)}.`,
  hidden: 'Part of the picture is out of view. Scroll until all of it shows, then add it again.',
  covered: 'Something on the page covers the picture. Close it, then add the picture again.',
  moved: 'The picture moved while Gurn took it. Hold the page still and add it again.',
  left: 'The tab was left before Gurn could take the picture. Stay on it and add the picture again.',
  http: 'The site does not hand this picture out.',
  'not-a-picture': 'This is no picture that Gurn can read: it takes JPEG, PNG, WebP, GIF, AVIF and BMP.',
  frame: 'The picture is in a frame that Gurn may not read. Open the picture in a tab of its own and add it there.',
  'not-shown': 'The page does not show this picture: it may be broken, or not loaded yet.',
  timeout: 'The picture did not arrive in time. Check the connection and add it again.',
  gone: 'The picture is not on the page any more.',
  network: 'The picture could not be loaded. Check the connection and add it again.',
  tainted: 'The site does not let anyone read this picture.',
  'no-access': 'The browser lets no extension read this page. Open the picture in a tab of its own and add it there.',
  'bad-reply': 'The page gave Gurn something that is no picture.',
} as const;

export type PictureErrorCode = keyof typeof SENTENCES;

export const PICTURE_ERROR_CODES = Object.keys(SENTENCES) as [PictureErrorCode, ...PictureErrorCode[]];

/** A picture that could not be had. `message` can be shown to a person. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  constructor(
    readonly code: PictureErrorCode,
    message: string = SENTENCES[code],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What an HTTP status means to the person who wants the picture. */
export function httpError(status: number): PictureError {
  const say = (words: string) => new PictureError('http', `${words} (${status}).`);
  if (status === 404 || status === 410) return say('The page says this picture does not exist');
  if (status === 401 || status === 403) return say('The site does not hand this picture out');
  if (status === 429) return say('The site has had too many requests; try again later');
  if (status >= 500) return say('The site failed to send this picture; try again later');
  return say('The site did not send this picture');
}

/** `bytes`: the size that the site states, where it does. */
export const tooLarge = (bytes?: number): PictureError =>
  bytes === undefined
    ? new PictureError('too-large')
    : new PictureError(
        'too-large',
        `This picture has ${megabytes(bytes)}, which is too large: Gurn takes up to ${megabytes(MAX_BYTES)}.`,
      );

const rank = (error: PictureError): number => PICTURE_ERROR_CODES.indexOf(error.code);

/** The one failure worth telling of several. */
export const mostTelling = (errors: readonly PictureError[]): PictureError =>
  errors.toSorted((a, b) => rank(a) - rank(b))[0] ?? new PictureError('no-access');
