/** Picks up what a killed service worker left: nothing stays half-added, nothing is added twice. */
import { drop, finish, type Parts } from './add.ts';
import type { Job, StoredJob } from './jobs.ts';
import { addedToast, errorToast, INTERRUPTED } from './words.ts';

/** Milliseconds that a picture may lie in the inbox with nobody to ask for it: a week. */
const ORPHAN_MS = 7 * 24 * 60 * 60 * 1000;

/** `browserStarted`: the tabs of the jobs are gone, and with them their open questions. */
export async function resumePending(parts: Parts, browserStarted = false): Promise<void> {
  for (const job of await parts.jobs.left()) {
    try {
      await resume(parts, job, browserStarted);
    } catch (error) {
      console.warn('an interrupted addition could not be finished', error);
      await parts.tell(job.tab, { ...errorToast(error), job: job.id });
    }
  }
  // Killed between the inbox and the record of it, a few milliseconds apart, a picture has no job.
  if (browserStarted) await (await parts.library()).inbox.sweep(ORPHAN_MS);
}

async function resume(parts: Parts, job: Job, browserStarted: boolean): Promise<void> {
  if (job.state === 'asked') {
    if (browserStarted) await drop(parts, job);
    return;
  }
  if (job.state === 'fetching') {
    await parts.jobs.close(job);
    if (!browserStarted) await parts.tell(job.tab, { ...INTERRUPTED, job: job.id });
    return;
  }
  const library = await parts.library();
  if (await library.inbox.get(job.inbox)) await finishOrLearn(parts, job);
  else await tellWhatBecame(parts, job);
}

/** The offscreen document outlives the worker: it may finish the old request while the new one is on its way. */
async function finishOrLearn(parts: Parts, job: Extract<StoredJob, { state: 'indexing' }>): Promise<void> {
  try {
    await finish(parts, job);
  } catch (error) {
    const library = await parts.library();
    if (!(await library.memes.get(job.meme))) throw error;
    await tellWhatBecame(parts, job);
  }
}

async function tellWhatBecame(parts: Parts, job: StoredJob): Promise<void> {
  await parts.jobs.close(job);
  const library = await parts.library();
  if (!(await library.memes.get(job.meme))) return;
  const faces = await library.faces.ofMeme(job.meme);
  await parts.tell(job.tab, { ...addedToast(faces.length, job.meme), job: job.id });
}
