/**
 * Gurn's own request, from the service worker.
 *
 * It carries no cookies. A private chat's picture may need them, but then the page's own fetch is next, which sends
 * what that page may send and nothing else; a request of ours with cookies would tell the picture's host who the
 * person is even where the browser keeps third-party cookies from it.
 */
import { fetchCapped } from './capped.ts';

/** @throws PictureError */
export const fetchInBackground = (url: string): Promise<Blob> =>
  fetchCapped(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
