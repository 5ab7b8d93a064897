/** What is said of memes and their faces. */
import type { Face, Meme } from '../../../library/index.ts';
import { bytesInWords, count } from '../../../ui/words.ts';

export function facesInWords(faces: readonly Face[]): string {
  if (faces.some(({ origin }) => origin === 'placed')) return 'sticker';
  if (faces.some(({ origin }) => origin === 'taught')) return 'taught a face';
  return count(faces.length, 'face');
}

const ORIGINS: Readonly<Record<Face['origin'], string>> = {
  detected: 'found in the picture',
  drawn: 'a box you drew',
  placed: 'placed by Gurn',
  taught: 'taught by you',
};

export const originInWords = ({ origin, frame }: Face): string =>
  frame > 0 ? `${ORIGINS[origin]}, frame ${frame + 1}` : ORIGINS[origin];

const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
export const dateInWords = (at: number): string => dates.format(at);

export const usedInWords = ({ used }: Meme): string =>
  used.count === 0 ? 'never' : `${count(used.count, 'time')}, last on ${dateInWords(used.last)}`;

export const sourceInWords = ({ source }: Meme): string => (source === 'starter' ? 'came with Gurn' : source);

/** "GIF", "WebP": what people call a MIME type. */
export function typeInWords({ type, animated }: Meme): string {
  const short = type.replace('image/', '').replace('webp', 'WebP').replace('+xml', '');
  const name = short === 'WebP' ? short : short.toUpperCase();
  return animated ? `${name}, animated` : name;
}

export const sizeInWords = ({ width, height, size }: Meme): string => `${width} × ${height}, ${bytesInWords(size)}`;

/** All that is known of a meme, a line each: for a tooltip. */
export function summaryOf(meme: Meme): string {
  const lines = [
    meme.name,
    meme.tags.length > 0 && `Tags: ${meme.tags.join(', ')}`,
    `From: ${sourceInWords(meme)}`,
    meme.title && `Page: ${meme.title}`,
    `${typeInWords(meme)}, ${sizeInWords(meme)}`,
    `Added: ${dateInWords(meme.added)}`,
    `Used: ${usedInWords(meme)}`,
  ];
  return lines.filter(Boolean).join('\n');
}
