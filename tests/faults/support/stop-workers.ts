/** Ends service workers as the browser does. */
import type { Page } from 'playwright-core';
import { eventually, type Gurn } from '../../browser/support/extension.ts';

interface Versions {
  readonly versions: readonly { readonly versionId: string; readonly runningStatus: string }[];
}

/**
 * Ends every worker and resolves when all that ran have stopped. Who waited for an answer may have started the next one
 * by then, which DevTools shows as the same target: hence the events.
 */
export async function stopWorkers({ context }: Gurn, view: Page): Promise<void> {
  const session = await context.newCDPSession(view);
  const statuses = new Map<string, string>();
  const stopped = new Set<string>();
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }: Versions) => {
    for (const { versionId, runningStatus } of versions) {
      statuses.set(versionId, runningStatus);
      if (runningStatus === 'stopped') stopped.add(versionId);
    }
  });
  await session.send('ServiceWorker.enable');
  // The workers that there are come after the answer.
  await eventually(() => statuses.size > 0);
  const alive = [...statuses].filter(([, status]) => status !== 'stopped').map(([id]) => id);
  stopped.clear();
  await session.send('ServiceWorker.stopAllWorkers');
  await eventually(() => alive.every((id) => stopped.has(id)));
  await session.detach();
}
