/** What a page shows when it has taken a file. */

/** The proof of an insertion, as it stands in the report. */
export type Sign = 'name' | 'preview' | 'progress' | 'value' | 'input';

/** Pages are full of tiny data: images (spacers, icons); a preview of a meme is longer than this. */
const MIN_DATA_URL = 512;

const PICTURES = 'img[src], image[href], video[src], source[src], [style*="url("]';
const BARS = 'progress, [role="progressbar"]';

const isInlinePicture = (url: string): boolean =>
  url.startsWith('blob:') || (url.startsWith('data:image/') && url.length >= MIN_DATA_URL);

const INLINE_URL = /url\(["']?((?:blob|data):[^"')]+)/g;

const urlsOf = (element: Element): string[] => [
  element.getAttribute('src') ?? '',
  element.getAttribute('href') ?? '',
  ...Array.from((element.getAttribute('style') ?? '').matchAll(INLINE_URL), ([, url = '']) => url),
];

const holds = (element: Element, selector: string, fits: (found: Element) => boolean): boolean =>
  (element.matches(selector) && fits(element)) || [...element.querySelectorAll(selector)].some(fits);

/** Looks for signs in an element that appeared or changed. `shows`: what else the site's table names. */
export function signIn(element: Element, token: string, shows: string | undefined): Sign | undefined {
  if (element.outerHTML.includes(token)) return 'name';
  if (shows !== undefined && holds(element, shows, () => true)) return 'preview';
  if (holds(element, PICTURES, (picture) => urlsOf(picture).some(isInlinePicture))) return 'preview';
  if (holds(element, BARS, () => true)) return 'progress';
  return undefined;
}

const LINKS = /blob:|data:image|https?:|!\[|\[upload/gi;

const countLinks = (value: string): number => value.match(LINKS)?.length ?? 0;

/** Whether the text of a field changed in a way that only an upload explains: it names the file or gained a link. */
export const valueTells = (before: string, now: string, token: string): boolean =>
  now !== before && (now.includes(token) || countLinks(now) > countLinks(before));
