/** The element drawn to a canvas in its page. */
import type { Click } from './click.ts';
import { readDataUrl } from './fetch-data.ts';
import { PictureDataUrl, runInPage } from './run-in-page.ts';

/** @throws PictureError */
export const fetchFromCanvas = async (click: Click): Promise<Blob> =>
  readDataUrl(await runInPage(click, 'draw', PictureDataUrl));
