import type { Bytes } from '../bytes.ts';
import { avif } from './avif.ts';
import { bmp } from './bmp.ts';
import type { Format } from './format.ts';
import { gif } from './gif.ts';
import { jpeg } from './jpeg.ts';
import { png } from './png.ts';
import { webp } from './webp.ts';

const FORMATS: readonly Format[] = [jpeg, png, gif, webp, avif, bmp];

/** The format that the magic bytes tell, whatever the file is named or claims to be. */
export const formatOf = (file: Bytes): Format | undefined => FORMATS.find((format) => format.matches(file));

export { type Format, type Size, type Survey, sizeWithin } from './format.ts';
