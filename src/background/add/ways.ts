/** The ways to a picture's bytes, in the order they are tried. */
import { type Click, isWeb, parseUrl } from './click.ts';
import { mostTelling, PictureError } from './errors.ts';
import { sniff } from './sniff.ts';

/**
 * - `data`: the address is the picture.
 * - `background`: the worker's own request.
 * - `page`: the page's own fetch; the only one that can read `blob:`.
 * - `canvas`: the element drawn to a canvas, where the site allows it.
 * - `screen`: the element's rectangle of what the tab shows.
 */
export type Way = 'data' | 'background' | 'page' | 'canvas' | 'screen';

export type Ways = Readonly<Record<Way, (click: Click) => Promise<Blob>>>;

/** `allowed`: whether the worker may load from the picture's origin. */
export function orderFor({ kind, srcUrl }: Click, allowed: boolean): readonly Way[] {
  // A video's file is no picture: what chats use as a GIF becomes the frame shown.
  if (kind === 'video') return ['canvas', 'screen'];
  const url = parseUrl(srcUrl);
  if (url?.protocol === 'data:') return ['data', 'canvas', 'screen'];
  if (isWeb(url) && allowed) return ['background', 'page', 'canvas', 'screen'];
  return ['page', 'canvas', 'screen'];
}

export interface Picture {
  readonly blob: Blob;
  readonly way: Way;
}

/**
 * Goes down the ways until one yields a picture. What yields something else (the login page that a server sends
 * instead, an SVG, which a canvas turns into pixels) has failed like any other.
 * @throws PictureError the most telling of all failures; `too-large` at once
 */
export async function obtain(click: Click, allowed: boolean, ways: Ways): Promise<Picture> {
  const failures: PictureError[] = [];
  for (const way of orderFor(click, allowed)) {
    try {
      return { blob: await asPicture(await ways[way](click)), way };
    } catch (error) {
      const failure =
        error instanceof PictureError ? error : new PictureError('no-access', undefined, { cause: error });
      console.debug(`a picture was not had by way of ${way}`, error);
      if (failure.code === 'too-large') throw failure;
      failures.push(failure);
    }
  }
  throw mostTelling(failures);
}

/** @throws PictureError not-a-picture */
async function asPicture(blob: Blob): Promise<Blob> {
  const type = sniff(new Uint8Array(await blob.slice(0, 64).arrayBuffer()));
  if (type === undefined) throw new PictureError('not-a-picture');
  return blob.slice(0, blob.size, type);
}
