/** What the file is called on its way into the page. */

const EXTENSIONS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png', 'apng'],
  'image/apng': ['png', 'apng'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/bmp': ['bmp'],
};

/** Longest name before the token; file systems stop at 255 bytes, and chats show far less. */
const MAX_LENGTH = 60;

/** The extensions that files of this type have, the usual one first. */
export const extensionsOf = (type: string): readonly [string, ...string[]] =>
  EXTENSIONS[type] ?? [/^image\/(?:x-)?([a-z0-9]+)/.exec(type)?.[1] ?? 'bin'];

/** Drops a picture's extension, whichever type it claims: the bytes decide. */
const withoutExtension = (name: string): string => name.replace(/\.(?:jpe?g|jfif|a?png|gif|webp|avif|bmp)$/i, '');

/**
 * Returns a file name for a meme: its own name without what file systems refuse, the token that proves that a page
 * shows this very file, and the extension of its type.
 */
export function fileNameFor(name: string, type: string, token: string): string {
  const plain = withoutExtension(name.trim())
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const short = [...plain]
    .slice(0, MAX_LENGTH)
    .join('')
    .replace(/[. ]+$/, '');
  return `${short || 'meme'}-${token}.${extensionsOf(type)[0]}`;
}

/** Whether a file input with this `accept` attribute takes files of this type. Empty: it takes everything. */
export function accepts(accept: string, type: string): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);
  if (kinds.length === 0) return true;
  const fitting = new Set([type, 'image/*', '*/*', '*', ...extensionsOf(type).map((extension) => `.${extension}`)]);
  return kinds.some((kind) => fitting.has(kind));
}
