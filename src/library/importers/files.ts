/** What may become a picture of the library, judged before anything of it is read. */

/** Bytes of a picture, as the decoder has it (src/engine/decode/limits.ts), which this room may not import. */
export const MAX_PICTURE_BYTES = 32 * 1024 * 1024;

const PICTURE = /\.(?:jpe?g|jfif|pjpe?g|png|apng|gif|webp|avif|bmp|heic|heif|tiff?|svg|ico|jxl)$/i;
const ENDING = /\.[a-z\d]{2,5}$/i;
/** What operating systems leave in folders and archives. */
const LITTER = /(?:^|\/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(?:\/|$)/i;

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Files that nobody put there: they are passed over without a word. */
export const isLitter = (path: string): boolean => LITTER.test(path);

/** `foo/bar.zip` */
export const isZip = (path: string): boolean => /\.zip$/i.test(path);

/** A file's name without its folders and its ending: what the meme is called until the person renames it. */
export function titleOf(path: string): string {
  const name = path.split('/').at(-1) ?? path;
  return name.replace(ENDING, '') || name;
}

/** Why this file is not worth reading, in words; undefined: it may be a picture. Its bytes are judged by the decoder. */
export function refusalOf(path: string, size: number, type = ''): string | undefined {
  if (size === 0) return 'The file is empty.';
  if (/\.gurnpack$/i.test(path)) return 'This is one of Gurn’s packs: bring it in under “Packs”.';
  if (type.startsWith('image/') || PICTURE.test(path) || (type === '' && !ENDING.test(path))) {
    return size > MAX_PICTURE_BYTES ? tooLarge(size) : undefined;
  }
  return 'This is no picture, going by its name. Gurn takes JPEG, PNG, WebP, GIF, AVIF and BMP.';
}

/** `size`: bytes. */
export const tooLarge = (size: number): string =>
  `The file is too large (${megabytes(size)}): a picture may have up to ${megabytes(MAX_PICTURE_BYTES)}.`;
