/** Loads what a person gave the address of: without cookies or referrer, from hosts that they allowed, and no more than wanted. */
import browser from 'webextension-polyfill';
import { FETCH_MS, readCapped } from '../add/capped.ts';
import { httpError, PictureError } from '../add/errors.ts';

const INIT: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' };

/** An address that was not loaded. `message` can be shown to a person. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
  constructor(
    readonly code: 'not-web' | 'refused' | 'elsewhere',
    message: string,
  ) {
    super(message);
  }
}

const isAllowed = (url: URL): Promise<boolean> => browser.permissions.contains({ origins: [`${url.origin}/*`] });

const elsewhere = (): LoadError =>
  new LoadError(
    'elsewhere',
    'The address leads on to another site, which Gurn was not allowed to load from. Bring in the address where it ends.',
  );

/** @throws LoadError not-web, refused */
async function checked(address: string): Promise<URL> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new LoadError('not-web', 'This is no web address: it must begin with https:// or http://.');
  }
  if (!(await isAllowed(url))) {
    throw new LoadError('refused', `You did not let Gurn load from ${url.host}. Bring it in again and allow it.`);
  }
  return url;
}

/**
 * @param limit bytes; the rest of a larger reply is not loaded
 * @throws LoadError, PictureError
 */
export async function load(address: string, limit?: number): Promise<Blob> {
  const url = await checked(address);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new PictureError('timeout')), FETCH_MS);
  try {
    const response = await fetch(url, { ...INIT, signal: stop.signal });
    if (!(await isAllowed(new URL(response.url)))) throw elsewhere();
    if (!response.ok) throw httpError(response.status);
    return await readCapped(response, limit);
  } catch (error) {
    if (error instanceof PictureError || error instanceof LoadError) throw error;
    if (!stop.signal.aborted && (await isRedirected(url, stop.signal))) throw elsewhere();
    throw new PictureError('network', undefined, { cause: error });
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/** A redirection to a host that is not allowed looks like any other failure, unless it is not followed. */
async function isRedirected(url: URL, signal: AbortSignal): Promise<boolean> {
  try {
    const { type } = await fetch(url, { ...INIT, signal, redirect: 'manual' });
    return type === 'opaqueredirect';
  } catch (error) {
    console.debug('an address cannot be loaded at all', error);
    return false;
  }
}
