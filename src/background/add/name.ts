/** What a picture is called in the library until the person renames it. */
import { parseUrl } from './click.ts';

const MAX_LENGTH = 80;

/** What the page says of the element. */
export interface Caption {
  readonly alt: string;
  readonly title: string;
}

/** Names that say nothing: hashes, numbers, what cameras and sites call every file. */
const SAYS_NOTHING =
  /^(?:[\da-f-]{16,}|[\d\W_]+|(?:image|img|photo|picture|unknown|untitled|file|download|video|gif)\W*\d*)$/i;

function tidy(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LENGTH / 2)).trim()}…`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function fileName(url: string): string {
  const path = parseUrl(url)?.pathname ?? '';
  const last = decode(path.split('/').findLast((part) => part !== '') ?? '');
  return last.replace(/\.[a-z\d]{2,5}$/i, '').replace(/[_+-]+/g, ' ');
}

/** The first of alternative text, title, file name and site that says something. */
export function nameFor(srcUrl: string, pageUrl: string, { alt, title }: Caption): string {
  const isFile = /^(?:https?|file):/i.test(srcUrl);
  const names = [alt, title, isFile ? fileName(srcUrl) : ''].map(tidy);
  const host = parseUrl(pageUrl)?.hostname ?? '';
  return names.find((name) => name !== '' && !SAYS_NOTHING.test(name)) ?? (host ? `From ${host}` : 'Picture');
}
