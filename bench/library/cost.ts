/** What work costs a page: its main thread's time on the processor, which a busy machine does not stretch, and memory. */
import type { CDPSession, Page } from 'playwright-core';

export interface Memory {
  /** Megabytes of JavaScript objects, after a collection. */
  readonly heap: number;
  readonly nodes: number;
}

export interface Cost {
  /** Milliseconds on the processor so far. */
  cpu(): Promise<number>;
  memory(): Promise<Memory>;
}

export async function costOf(page: Page): Promise<Cost> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metric = async (wanted: string): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  };
  return {
    cpu: async () => 1000 * (await metric('TaskDuration')),
    async memory() {
      await session.send('HeapProfiler.collectGarbage');
      return { heap: (await metric('JSHeapUsedSize')) / 1e6, nodes: await metric('Nodes') };
    },
  };
}
