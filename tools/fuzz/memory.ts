import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';

/** The most memory that processes ever held, in megabytes. */
export interface Peaks {
  /** Of the renderers, the one that held most: the extension's documents and workers share one. */
  readonly renderer: number;
  readonly gpu: number;
}

async function peakOf(id: number): Promise<number> {
  const status = await readFile(`/proc/${id}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** As Linux counts it; `undefined` on other systems, which do not tell. */
export async function peaksOf(browser: Browser): Promise<Peaks | undefined> {
  if (process.platform !== 'linux') return undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const largest = async (wanted: string): Promise<number> => {
    const ids = processInfo.filter(({ type }) => type === wanted).map(({ id }) => id);
    return Math.max(0, ...(await Promise.all(ids.map(peakOf))));
  };
  return { renderer: await largest('renderer'), gpu: await largest('GPU') };
}
