import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/library/index.ts';
import { createExpressionMap } from '../../../src/pages/library/map/expression-map.ts';
import type { Chart, News, Order } from '../../../src/pages/library/map/work.ts';
import { expressions } from './support.ts';

const chart: Chart = {
  keys: Uint32Array.of(5, 6, 7),
  memes: ['a', 'b', 'b'],
  frames: new Uint16Array(3),
  worn: new Uint16Array(3),
  points: Float32Array.of(0, 0, 1, 1, 2, 2),
  names: new Float32Array(20),
};

/** A map whose worker is the test. */
async function begun(read = async () => expressions) {
  const workers: { orders: Order[]; ended: boolean; hear: (news: News) => void }[] = [];
  const listeners: ((change: Change) => void)[] = [];
  const hidden = signal<ReadonlySet<string>>(new Set());
  const map = createExpressionMap({
    changes: {
      subscribe(listener) {
        listeners.push(listener);
        return () => listeners.splice(0);
      },
    },
    hidden,
    expressions: read,
    startWorker(hear) {
      const worker = { orders: [] as Order[], ended: false, hear };
      workers.push(worker);
      return {
        order: (order) => worker.orders.push(order),
        end() {
          worker.ended = true;
        },
      };
    },
  });
  await Promise.resolve();
  await Promise.resolve();
  const tell = (news: News): void => workers.at(-1)?.hear(news);
  return { map, workers, tell, hidden, listeners };
}

describe('the expression map', () => {
  it('is at work until the worker has laid everything out, and tells how far', async () => {
    const { map, tell, workers } = await begun();
    expect(workers[0]?.orders).toEqual([{ type: 'open', expressions, again: false }]);
    tell({ type: 'progress', part: 0.4 });
    expect([map.state.value, map.part.value]).toEqual(['working', 0.4]);
    tell({ type: 'chart', chart });
    expect([map.state.value, map.shown.value]).toEqual(['ready', [0, 1, 2]]);
    map.close();
    expect(workers[0]?.ended).toBe(true);
  });

  it('stops the worker in the middle, and begins again when asked', async () => {
    const { map, workers } = await begun();
    map.stop();
    expect([map.state.value, workers[0]?.ended]).toEqual(['stopped', true]);
    await map.open(true);
    expect(workers[1]?.orders).toEqual([{ type: 'open', expressions, again: true }]);
    expect(map.state.value).toBe('working');
    map.close();
  });

  it('says why it failed, in the worker or before', async () => {
    const { map, tell } = await begun();
    tell({ type: 'failed', message: 'The disk is full.' });
    expect([map.state.value, map.trouble.value]).toEqual(['failed', 'The disk is full.']);
    map.close();
    const other = await begun(async () => Promise.reject(new Error('No names.')));
    await Promise.resolve();
    expect([other.map.state.value, other.map.trouble.value]).toEqual(['failed', 'No names.']);
    other.map.close();
  });

  it('shows the neighbours of the face that is chosen now, not of one chosen before', async () => {
    const { map, tell, workers } = await begun();
    tell({ type: 'chart', chart });
    map.choose(5);
    map.choose(6);
    expect(workers[0]?.orders.at(-1)).toEqual({ type: 'near', key: 6 });
    tell({ type: 'near', key: 5, neighbours: [{ key: 6, meme: 'b', distance: 0.1 }] });
    expect(map.neighbours.value).toEqual([]);
    tell({ type: 'near', key: 6, neighbours: [{ key: 7, meme: 'b', distance: 0.2 }] });
    expect(map.neighbours.value.map(({ key }) => key)).toEqual([7]);
    map.close();
  });

  it('hides memes whose deletion can still be undone', async () => {
    const { map, tell, hidden } = await begun();
    tell({ type: 'chart', chart });
    map.choose(5);
    tell({ type: 'near', key: 5, neighbours: [{ key: 6, meme: 'b', distance: 0.1 }] });
    hidden.value = new Set(['b']);
    expect(map.shown.value).toEqual([0]);
    expect(map.neighbours.value).toEqual([]);
    expect(map.grid.value?.nearestTo(1, 1, 0.5)).toBe(-1);
    map.close();
  });

  it('asks the worker to follow what changes, and lets go of a face that is gone', async () => {
    const { map, tell, listeners, workers } = await begun();
    tell({ type: 'chart', chart });
    map.choose(7);
    for (const listener of listeners) listener({ type: 'removed', ids: ['b'] });
    await Promise.resolve();
    expect(workers[0]?.orders.at(-1)).toEqual({ type: 'update', memes: ['b'] });
    tell({ type: 'chart', chart: { ...chart, keys: Uint32Array.of(5), memes: ['a'], points: Float32Array.of(0, 0) } });
    expect(map.chosen.value).toBeUndefined();
    map.close();
  });
});
