/** The page's end of the worker that lays faces out. */
import type { News, Order } from './work.ts';

export interface ChartWorker {
  order(order: Order): void;
  /** Ends it in the middle of whatever it does. */
  end(): void;
}

export function startWorker(hear: (news: News) => void): ChartWorker {
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  worker.onerror = ({ message }) => hear({ type: 'failed', message: message || 'The map could not be made.' });
  return { order: (order) => worker.postMessage(order), end: () => worker.terminate() };
}
