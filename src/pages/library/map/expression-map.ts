/** Everything behind the expression map: the faces' places as the worker tells them, and what a person has chosen. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Library } from '../../../library/index.ts';
import type { Expressions } from '../../../ui/expressions.ts';
import { follow } from '../memes/follow.ts';
import type { ChartWorker } from './chart-worker.ts';
import { createGrid } from './grid.ts';
import type { Chart, Neighbour, News } from './work.ts';

export type MapState = 'working' | 'ready' | 'stopped' | 'failed';

export interface MapParts {
  readonly changes: Library['changes'];
  /** Memes whose deletion can still be undone. */
  readonly hidden: ReadonlySignal<ReadonlySet<string>>;
  expressions(): Promise<Expressions>;
  startWorker(hear: (news: News) => void): ChartWorker;
}

export type ExpressionMap = ReturnType<typeof createExpressionMap>;

export function createExpressionMap({ changes, hidden, expressions, startWorker }: MapParts) {
  const state = signal<MapState>('working');
  const part = signal(0);
  const trouble = signal('');
  const chart = signal<Chart | undefined>(undefined);
  const names = signal<readonly string[]>([]);
  const chosen = signal<number | undefined>(undefined);
  const neighbours = signal<readonly Neighbour[]>([]);
  let worker: ChartWorker | undefined;
  let closed = false;

  function fail(error: unknown): void {
    trouble.value = error instanceof Error ? error.message : String(error);
    state.value = 'failed';
  }

  function hear(news: News): void {
    if (news.type === 'progress') part.value = news.part;
    if (news.type === 'failed') fail(news.message);
    if (news.type === 'near' && news.key === chosen.value) neighbours.value = news.neighbours;
    if (news.type !== 'chart') return;
    chart.value = news.chart;
    performance.mark('gurn:map');
    state.value = 'ready';
    if (chosen.value !== undefined) choose(news.chart.keys.includes(chosen.value) ? chosen.value : undefined);
  }

  function end(): void {
    worker?.end();
    worker = undefined;
  }

  async function open(again: boolean): Promise<void> {
    end();
    state.value = 'working';
    part.value = 0;
    try {
      const known = await expressions();
      if (closed || state.value !== 'working') return;
      names.value = known.names;
      end();
      worker = startWorker(hear);
      worker.order({ type: 'open', expressions: known, again });
    } catch (error) {
      console.error('Gurn: the map could not be begun', error);
      fail(error);
    }
  }

  function choose(key: number | undefined): void {
    chosen.value = key;
    if (key === undefined) neighbours.value = [];
    else worker?.order({ type: 'near', key });
  }

  const shown = computed(() => {
    const memes = chart.value?.memes ?? [];
    return Array.from(memes.keys()).filter((point) => !hidden.value.has(memes[point] ?? ''));
  });

  const unfollow = follow(changes, ['added', 'removed', 'faces'], async (memes) => {
    worker?.order({ type: 'update', memes });
  });
  void open(false);

  return {
    state,
    /** How far the laying out is, 0 to 1. */
    part,
    trouble,
    chart,
    /** The named expressions. */
    names,
    /** The points that are shown. */
    shown,
    grid: computed(() => chart.value && createGrid(chart.value.points, shown.value)),
    /** Key of the face whose neighbours are shown. */
    chosen,
    neighbours: computed(() => neighbours.value.filter(({ meme }) => !hidden.value.has(meme))),
    choose,
    /** Lays every face out anew; `false`: takes what is stored, after a failure or a stop. */
    open,
    /** Stops laying out; the map that was there before stays. */
    stop(): void {
      end();
      state.value = 'stopped';
    },
    close(): void {
      closed = true;
      unfollow();
      end();
    },
  };
}
