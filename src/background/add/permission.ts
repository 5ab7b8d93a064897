/** Leave to load from one origin, asked at the moment it is needed. */
import { forgetAsking } from '../../sites/index.ts';
import { type Click, isWeb, parseUrl } from './click.ts';

/** The match pattern to ask for, or `undefined` where nothing need be asked. */
export function neededOrigin({ kind, srcUrl, pageUrl }: Click): string | undefined {
  const picture = parseUrl(srcUrl);
  if (kind === 'video' || !isWeb(picture)) return undefined;
  // The click itself lends the tab's origin (activeTab), for requests of the service worker too.
  if (picture.origin === parseUrl(pageUrl)?.origin) return undefined;
  return `${picture.origin}/*`;
}

/**
 * Whether the worker may load the clicked picture; asks the person where that is not so yet.
 *
 * Must run synchronously in the click's listener: after the first `await` Chromium says "must be called during a user
 * gesture" (measured in 156). `request` answers at once, without a prompt, for what is granted already.
 */
export async function requestAccess(click: Click): Promise<boolean> {
  const origin = neededOrigin(click);
  if (origin === undefined) return isWeb(parseUrl(click.srcUrl));
  // A site whose question the person did not answer must not be switched on by this answer.
  forgetAsking().catch((error: unknown) => console.error('Gurn: a question was not forgotten', error));
  try {
    return await chrome.permissions.request({ origins: [origin] });
  } catch (error) {
    console.debug('permission could not be asked for', error);
    return chrome.permissions.contains({ origins: [origin] });
  }
}
