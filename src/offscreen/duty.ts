/**
 * What this document is for, by its address. Chromium has one offscreen document for everything. Firefox has one engine
 * in the event page (`?for=index`), which may not see the camera, and one in each view that shows it (`?for=` and a
 * name of the view's choice).
 */
import { LIVE_PORT } from '../messages/index.ts';

const whom = new URLSearchParams(location.search).get('for');

/** The name of the live line that ends here. */
export const line = LIVE_PORT + location.search;

/** Whether it takes pictures in. */
export const indexes = whom === null || whom === 'index';

/** Whether it answers for the camera: always, unless other documents have cameras too and this one's is out. */
export const answersForCamera = (watching: boolean): boolean => whom === null || (whom !== 'index' && watching);
