/** What runs in the page, in the isolated world: the page's scripts can neither see nor change it. */
import { PictureError } from '../errors.ts';
import { drawPicture } from './draw.ts';
import { findPicture, type Wanted } from './find.ts';
import { measurePicture } from './measure.ts';
import { readPicture } from './read.ts';

/** The script of a page cannot pass a Blob to the worker, only JSON. */
const asDataUrl = (blob: Blob): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const calls = {
  caption(wanted: Wanted) {
    const element = findPicture(wanted);
    const [alt, title] = [element.getAttribute('alt') ?? '', element.getAttribute('title') ?? ''];
    return { alt: alt.slice(0, 1000), title: title.slice(0, 1000) };
  },
  read: async (wanted: Wanted) => asDataUrl(await readPicture(wanted)),
  draw: async (wanted: Wanted) => asDataUrl(await drawPicture(wanted)),
  measure: measurePicture,
};

export type PageCall = keyof typeof calls;

/** Never rejects: of an error thrown in a page, the extension would get nothing that it can tell apart. */
async function run(call: PageCall, wanted: Wanted): Promise<unknown> {
  try {
    return { ok: true, value: await calls[call](wanted) };
  } catch (error) {
    const { code, message } = error instanceof PictureError ? error : new PictureError('no-access');
    return { ok: false, code, message };
  }
}

export type RunInPage = typeof run;

Object.assign(globalThis, { gurnPicture: run });
