/** The page's own fetch: with its cookies, its `blob:` URLs, under its origin. */
import type { Click } from './click.ts';
import { readDataUrl } from './fetch-data.ts';
import { PictureDataUrl, runInPage } from './run-in-page.ts';

/** @throws PictureError */
export const fetchInPage = async (click: Click): Promise<Blob> =>
  readDataUrl(await runInPage(click, 'read', PictureDataUrl));
