/** Why a pack cannot be read or written, and what a person can do about it. */
const SENTENCES = {
  'not-a-pack': 'This file is no Gurn pack.',
  'cut-off': 'The pack is cut off or was changed on its way. Download or copy it again.',
  'newer-version': 'This pack was made by a newer Gurn. Update Gurn to read it.',
  encrypted: 'The pack is encrypted. Gurn reads only packs without a password.',
  path: 'The pack holds a file whose name could reach outside it.',
  'unknown-file': 'The pack holds a file that does not belong in a pack.',
  'same-name': 'The pack holds two files of the same name.',
  'missing-file': 'The pack lacks a file that its list names.',
  list: 'The list of memes in the pack is not as it must be.',
  text: 'The pack holds a name or tag with characters that cannot be shown.',
  picture: 'The pack holds a file that is no picture that Gurn can show.',
  digest: 'A picture in the pack is not the one that its list names.',
  vectors: 'The face vectors in the pack are damaged.',
  'too-large': 'The pack is larger than Gurn reads.',
  bomb: 'A file in the pack unpacks to more than it claims.',
  unreadable: 'The file can no longer be read. Is it still where it was?',
  empty: 'There is no meme to put into the pack.',
} as const;

export type PackErrorCode = keyof typeof SENTENCES;

/** A pack that is refused, whole. `message` can be shown to a person; `detail` says where in the pack it is. */
export class PackError extends Error {
  override readonly name = 'PackError';
  constructor(
    readonly code: PackErrorCode,
    readonly detail = '',
    cause?: unknown,
  ) {
    super(detail === '' ? SENTENCES[code] : `${SENTENCES[code]} (${detail})`, { cause });
  }
}
