/** Lays the library's faces out, tells how far it is, and finds neighbours: arithmetic that would stop a page. */
import '../../../seal/worker.ts';
import { openLibrary } from '../../../library/index.ts';
import { type Atlas, openAtlas } from './atlas.ts';
import type { News, Order } from './work.ts';

const tell = (news: News): void => self.postMessage(news);

let atlas: Promise<Atlas> | undefined;

async function follow(order: Order): Promise<void> {
  if (order.type === 'open') {
    const progress = (part: number): void => tell({ type: 'progress', part });
    atlas = openLibrary().then((library) => openAtlas(library, order.expressions, order.again, progress));
  }
  const open = await atlas;
  if (!open) return;
  if (order.type === 'near') return tell({ type: 'near', key: order.key, neighbours: open.near(order.key) });
  if (order.type === 'update') await open.update(order.memes);
  tell({ type: 'chart', chart: open.chart() });
}

/** One order after the other: an update must not begin in the middle of another. */
let last: Promise<void> = Promise.resolve();
self.onmessage = ({ data }: MessageEvent<Order>) => {
  last = last
    .then(() => follow(data))
    .catch((error: unknown) => {
      console.error('Gurn: the map could not be made', error);
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    });
};
