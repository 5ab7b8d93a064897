/** A line in the page's corner: what became of the picture, and "Add anyway" where no face was found. */
import { type AddReport, ask, RequestError, type Toast } from '../../messages/index.ts';
import { type Countdown, countdown } from './countdown.ts';
import { createButton, createItem, type Item } from './item.ts';
import { pull, push } from './stack.ts';

/** Milliseconds to read it, by what it says. `working` ends when the result comes, or when the worker died over it. */
const LASTS: Record<Toast['kind'], number> = { working: 90_000, done: 6000, question: 20_000, error: 12_000 };

interface Shown {
  readonly item: Item;
  clock: Countdown;
}

const byJob = new Map<string, Shown>();

/** Shows a toast; it takes the place of an earlier one of the same job. */
export function showToast(toast: Toast): void {
  const job = toast.job ?? crypto.randomUUID();
  const standing = byJob.get(job);
  const shown = standing?.item.element.isConnected ? standing : open(job);
  shown.clock.cancel();
  shown.clock = countdown(LASTS[toast.kind], () => dismiss(job));
  shown.item.fill(toast, actionsOf(toast, job));
}

/** A screen reader announces what changes in a region it knows: the region comes first and its words after. */
function open(job: string): Shown {
  const item = createItem(
    () => shown.clock.hold(),
    () => shown.clock.release(),
  );
  const shown: Shown = { item, clock: countdown(LASTS.done, () => dismiss(job)) };
  byJob.set(job, shown);
  push(item.element);
  return shown;
}

function dismiss(job: string): void {
  const shown = byJob.get(job);
  shown?.clock.cancel();
  byJob.delete(job);
  if (shown) pull(shown.item.element);
}

function actionsOf({ inbox }: Toast, job: string): HTMLButtonElement[] {
  const close = createButton('close', '×', () => dismiss(job));
  close.setAttribute('aria-label', 'Close');
  if (inbox === undefined) return [close];
  return [createButton('add', 'Add anyway', () => void addAnyway(inbox, job)), close];
}

const resultText = (report: AddReport): string =>
  report.outcome === 'duplicate' ? 'Already in your library' : 'Added without a face';

async function addAnyway(inbox: string, job: string): Promise<void> {
  showToast({ kind: 'working', text: 'Adding to Gurn…', job });
  try {
    const report = await ask('add.confirm', { inbox });
    showToast({ kind: 'done', text: resultText(report), job });
  } catch (error) {
    const text = error instanceof RequestError ? error.message : 'Gurn did not answer. Reload the page and try again.';
    showToast({ kind: 'error', text, job });
  }
}
