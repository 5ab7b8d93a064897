/** Where a picture came from, as the library keeps it. */
import { type Click, parseUrl } from './click.ts';
import type { Way } from './ways.ts';

const HOW: Record<Way, string> = {
  data: 'written in the page',
  background: 'downloaded',
  page: 'read by the page',
  canvas: 'drawn from the page',
  screen: 'cut from the screen',
};

/**
 * The page's address and the way its picture was had: `https://example.org/cats (downloaded)`.
 * Query and fragment are left out, they hold session keys and search words; a private window's page is not kept at all.
 */
export function sourceOf({ pageUrl, incognito }: Pick<Click, 'pageUrl' | 'incognito'>, way: Way): string {
  const url = parseUrl(pageUrl);
  const page = url?.host ? `${url.protocol}//${url.host}${url.pathname}` : 'a page';
  return `${incognito ? 'a private window' : page} (${HOW[way]})`;
}
