/** What a page shows when it has taken a file. */

/** The kinds of signs, as they stand in the report. */
export type Sign = 'name' | 'preview' | 'progress' | 'value' | 'input';

/** `proof`: only this very file explains it. `hint`: it may come from something else that happens in the page. */
export type Weight = 'proof' | 'hint';

/** Pages are full of tiny data: images (spacers, icons); a preview of a meme is longer than this. */
const MIN_DATA_URL = 512;

const PICTURES = 'img[src], image[href], video[src], source[src], [style*="url("]';
const BARS = 'progress, [role="progressbar"]';
/** What a page complains about is named as well. */
const COMPLAINT = '[role="alert"], [role="alertdialog"], [aria-live="assertive"]';

const isInlinePicture = (url: string): boolean =>
  url.startsWith('blob:') || (url.startsWith('data:image/') && url.length >= MIN_DATA_URL);

const INLINE_URL = /url\(["']?((?:blob|data):[^"')]+)/g;

const urlsOf = (element: Element): string[] => [
  element.getAttribute('src') ?? '',
  element.getAttribute('href') ?? '',
  ...Array.from((element.getAttribute('style') ?? '').matchAll(INLINE_URL), ([, url = '']) => url),
];

const within = (root: ParentNode, selector: string): Element[] => [
  ...(root instanceof Element && root.matches(selector) ? [root] : []),
  ...root.querySelectorAll(selector),
];

/** What fits the selector at or above the element: the nearest. */
export const above = (element: Element, selector: string): Element[] => {
  const nearest = element.closest(selector);
  return nearest ? [nearest] : [];
};

/** The same, or else all that fits below it. */
export const around = (element: Element, selector: string): Element[] => {
  const found = above(element, selector);
  return found.length > 0 ? found : within(element, selector);
};

export interface Picture {
  readonly element: Element;
  readonly url: string;
}

/** The pictures that this very element shows and that the page made itself, as it does for a preview. */
export const picturesOn = (element: Element): Picture[] =>
  urlsOf(element)
    .filter(isInlinePicture)
    .map((url) => ({ element, url }));

/** The same for all at and below `root`. */
export const picturesIn = (root: ParentNode): Picture[] => within(root, PICTURES).flatMap(picturesOn);

/** Progress bars at and below the element. */
export const barsIn = (element: Element): Element[] => within(element, BARS);

/** Whether anything at or below the element fits what the site's table names. */
export const shownIn = (element: Element, shows: string): boolean => within(element, shows).length > 0;

/** How well it proves an insertion that the file's name stands in or below the element; `undefined`: it does not. */
export function nameIn(element: Element, token: string): Weight | undefined {
  const html = element.outerHTML;
  if (!html.includes(token)) return undefined;
  if (element.closest(COMPLAINT)) return 'hint';
  const complaints = [...element.querySelectorAll(COMPLAINT)];
  const rest = complaints.reduce((left, complaint) => left.replace(complaint.outerHTML, ''), html);
  return rest.includes(token) ? 'proof' : 'hint';
}

/** The same for one text or attribute that has changed in or on the element. */
export function nameOn(element: Element, changed: string, token: string): Weight | undefined {
  if (!changed.includes(token)) return undefined;
  return element.closest(COMPLAINT) ? 'hint' : 'proof';
}

const LINKS = /blob:|data:image|https?:|!\[|\[upload/gi;

const countLinks = (value: string): number => value.match(LINKS)?.length ?? 0;

/** Whether the text of a field changed in a way that only an upload explains: it names the file or gained a link. */
export const valueTells = (before: string, now: string, token: string): boolean =>
  now !== before && (now.includes(token) || countLinks(now) > countLinks(before));
