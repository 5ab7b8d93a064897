/** Picks up what a killed service worker left: nothing stays half-added, nothing is added twice. */
import { askAbout, conclude, drop, finish, type Parts, tellIfAdded } from './add.ts';
import type { Job } from './jobs.ts';
import { errorToast, INTERRUPTED } from './words.ts';

/** Milliseconds that a picture may lie in the inbox with nobody to ask for it: a week. */
const ORPHAN_MS = 7 * 24 * 60 * 60 * 1000;

/** `browserStarted`: the tabs of the jobs are gone, and with them their open questions. */
export async function resumePending(parts: Parts, browserStarted = false): Promise<void> {
  for (const job of await parts.jobs.left()) {
    try {
      await resume(parts, job, browserStarted);
    } catch (error) {
      console.warn('an interrupted addition could not be finished', error);
      await conclude(parts, job, errorToast(error));
    }
  }
  // Killed between the inbox and the record of it, a few milliseconds apart, a picture has no job.
  if (browserStarted) await (await parts.library()).inbox.sweep(ORPHAN_MS);
}

async function resume(parts: Parts, job: Job, browserStarted: boolean): Promise<void> {
  if (job.state === 'asked') {
    if (browserStarted) await drop(parts, job);
    else if (!job.told) await askAbout(parts, job);
    return;
  }
  if (job.state === 'fetching') {
    if (browserStarted) await parts.jobs.close(job);
    else await conclude(parts, job, INTERRUPTED);
    return;
  }
  const library = await parts.library();
  // The offscreen document outlives the worker: it may finish the old request while the new one is on its way.
  if (await library.inbox.get(job.inbox)) await finish(parts, job);
  else if (!(await tellIfAdded(parts, job))) await conclude(parts, job, INTERRUPTED);
}
