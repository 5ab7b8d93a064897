/** One addition from the click to the library. */
import type { Library } from '../../library/index.ts';
import { RequestError } from '../../messages/errors.ts';
import type { AddReport, Toast } from '../../messages/index.ts';
import { type Click, wishOf } from './click.ts';
import type { Job, Jobs, StoredJob } from './jobs.ts';
import type { Caption } from './name.ts';
import { nameFor } from './name.ts';
import { sourceOf } from './source.ts';
import type { Tell } from './tell.ts';
import type { Picture } from './ways.ts';
import { addedToast, errorToast, toastFor, WORKING } from './words.ts';

export interface Parts {
  readonly library: () => Promise<Pick<Library, 'inbox' | 'memes' | 'faces'>>;
  readonly jobs: Jobs;
  readonly tell: Tell;
  readonly obtain: (click: Click, allowed: boolean) => Promise<Picture>;
  readonly caption: (click: Click) => Promise<Caption>;
  readonly digest: (blob: Blob) => Promise<string>;
  readonly index: (request: { inbox: string; evenWithoutFace: boolean }) => Promise<AddReport>;
}

/** Makes the handler of a click. `allowed` resolves when the person has answered the permission prompt. */
export function createAdd(parts: Parts): (click: Click, allowed: Promise<boolean>) => Promise<void> {
  const underWay = new Set<string>();

  const run = async (click: Click, allowed: boolean): Promise<void> => {
    const { jobs, tell } = parts;
    const base = { id: crypto.randomUUID(), tab: click.tabId };
    await jobs.save({ ...base, state: 'fetching' });
    try {
      await tell(base.tab, { ...WORKING, job: base.id });
      const picture = await parts.obtain(click, allowed);
      const library = await parts.library();
      const meme = await parts.digest(picture.blob);
      if (await library.memes.has(meme)) {
        await library.memes.mend(meme, picture.blob);
        await conclude(parts, base, toastFor({ outcome: 'duplicate', meme }));
        return;
      }
      const name = nameFor(click.srcUrl, click.pageUrl, await parts.caption(click));
      const source = sourceOf(click, picture.way);
      const inbox = await library.inbox.put({ blob: picture.blob, name, source, title: click.pageTitle });
      await finish(parts, { ...base, state: 'indexing', inbox, meme, evenWithoutFace: false });
    } catch (error) {
      console.warn('a picture was not added', error);
      await conclude(parts, base, errorToast(error));
    }
  };

  return async (click, allowed) => {
    const wish = wishOf(click);
    if (underWay.has(wish)) return;
    underWay.add(wish);
    try {
      await run(click, await allowed);
    } finally {
      underWay.delete(wish);
    }
  };
}

/** Says how it ended. The words come first: a worker that ends in between says them again, and never leaves them out. */
export async function conclude(
  { jobs, tell }: Parts,
  { id, tab }: Pick<Job, 'id' | 'tab'>,
  toast: Toast,
): Promise<void> {
  await tell(tab, { ...toast, job: id });
  await jobs.close({ id });
}

/**
 * Searches a picture that waits in the inbox, moves it into the library, and tells; run again after the worker was
 * killed, it comes to the same. A failure leaves the job for the caller to conclude.
 */
export async function finish(parts: Parts, job: Extract<StoredJob, { state: 'indexing' }>): Promise<void> {
  const { inbox, evenWithoutFace } = job;
  await parts.jobs.save(job);
  try {
    const report = await parts.index({ inbox, evenWithoutFace });
    if (report.outcome === 'no-face') await askAbout(parts, job);
    else await conclude(parts, job, toastFor(report));
  } catch (error) {
    if (await tellIfAdded(parts, job)) return;
    await (await parts.library()).inbox.discard(inbox);
    throw error;
  }
}

/** Who searched it may have died when it was in the library already. Returns whether it is. */
export async function tellIfAdded(parts: Parts, job: StoredJob): Promise<boolean> {
  const library = await parts.library();
  if (!(await library.memes.get(job.meme))) return false;
  const faces = await library.faces.ofMeme(job.meme);
  await conclude(parts, job, addedToast(faces.length, job.meme));
  return true;
}

/** Asks whether a picture without a face is wanted. Where that cannot be asked, the picture does not wait. */
export async function askAbout(parts: Parts, { id, tab, inbox, meme }: StoredJob): Promise<void> {
  const job = { state: 'asked', id, tab, inbox, meme } as const;
  // The record first: a worker killed here must find the question open, not the picture to be searched again.
  await parts.jobs.save({ ...job, told: false });
  const shown = await parts.tell(tab, { ...toastFor({ outcome: 'no-face', inbox }), job: id });
  if (shown) await parts.jobs.save({ ...job, told: true });
  else await drop(parts, job);
}

/** Forgets a picture that will not be added. */
export async function drop({ library, jobs }: Parts, { id, inbox }: Pick<StoredJob, 'id' | 'inbox'>): Promise<void> {
  await (await library()).inbox.discard(inbox);
  await jobs.close({ id });
}

/**
 * "Add anyway": keeps a picture without a face.
 * @throws RequestError `gone` when no question about this picture is open in this tab
 */
export async function confirm(parts: Parts, inbox: string, tabId: number | undefined): Promise<AddReport> {
  const job = (await parts.jobs.list()).find((open) => open.state === 'asked' && open.inbox === inbox);
  const library = await parts.library();
  const item = await library.inbox.get(inbox);
  if (job?.state !== 'asked' || job.tab !== tabId || !item) {
    throw new RequestError('gone', 'This picture is not waiting any more. Add it again.');
  }
  await parts.jobs.save({ ...job, state: 'indexing', evenWithoutFace: true });
  try {
    return await parts.index({ inbox, evenWithoutFace: true });
  } catch (error) {
    await library.inbox.discard(inbox);
    throw error;
  } finally {
    await parts.jobs.close(job);
  }
}
