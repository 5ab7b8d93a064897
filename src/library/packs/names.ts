/** The names of a pack's files. */

export const MANIFEST = 'manifest.json';
export const VECTORS = 'vectors.f32';

const ENDINGS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
} as const;

export type PictureType = keyof typeof ENDINGS;

export const TYPES: readonly PictureType[] = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
];

const PICTURE = /^images\/[0-9a-f]{64}\.(jpg|png|gif|webp|avif|bmp)$/;

export const pictureName = ({ id, type }: { readonly id: string; readonly type: PictureType }): string =>
  `images/${id}.${ENDINGS[type]}`;

/** May a pack hold a file of this name? */
export const isPackName = (name: string): boolean => name === MANIFEST || name === VECTORS || PICTURE.test(name);
