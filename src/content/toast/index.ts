/** A line in the page's corner: what became of the picture, and where no face was found "Add anyway" and "Teach it a face". */
import { type AddReport, ask, RequestError, type Toast } from '../../messages/index.ts';
import { type Countdown, countdown } from './countdown.ts';
import { createButton, createItem, type Item } from './item.ts';
import { pulse } from './pulse.ts';
import { pull, push } from './stack.ts';

/** Milliseconds to read it, by what it says. `working` ends when the result comes, or when the worker died over it. */
const LASTS: Record<Toast['kind'], number> = { working: 90_000, done: 6000, question: 20_000, error: 12_000 };

interface Shown {
  readonly item: Item;
  clock: Countdown;
  stopPulse: () => void;
}

const ORPHANED = 'Gurn was updated meanwhile. If the picture is not in your library, reload the page and add it again.';

const byJob = new Map<string, Shown>();

/** For a toast that speaks of no job. Pages that came without encryption have no `crypto.randomUUID`. */
let nameless = 0;
const newName = (): string => `nameless ${++nameless}`;

/** Shows a toast; it takes the place of an earlier one of the same job. */
export function showToast(toast: Toast): void {
  const job = toast.job ?? newName();
  const standing = byJob.get(job);
  standing?.stopPulse();
  const shown = standing?.item.element.isConnected ? standing : open(job);
  shown.clock.cancel();
  // What offers something to press stays as long as a question.
  const lasts = toast.teach === undefined ? LASTS[toast.kind] : LASTS.question;
  shown.clock = countdown(lasts, () => dismiss(job));
  if (toast.kind === 'working') shown.stopPulse = pulse(() => showToast({ kind: 'error', text: ORPHANED, job }));
  shown.item.fill(toast, actionsOf(toast, job));
}

/** A screen reader announces what changes in a region it knows: the region comes first and its words after. */
function open(job: string): Shown {
  const item = createItem(
    () => shown.clock.hold(),
    () => shown.clock.release(),
  );
  const shown: Shown = { item, clock: countdown(LASTS.done, () => dismiss(job)), stopPulse: () => undefined };
  byJob.set(job, shown);
  push(item.element);
  return shown;
}

function dismiss(job: string): void {
  const shown = byJob.get(job);
  shown?.clock.cancel();
  shown?.stopPulse();
  byJob.delete(job);
  if (shown) pull(shown.item.element);
}

/** Takes every toast away. */
export function dismissToasts(): void {
  for (const job of [...byJob.keys()]) dismiss(job);
}

function actionsOf({ inbox, teach }: Toast, job: string): HTMLButtonElement[] {
  const close = createButton('close', '×', () => dismiss(job));
  close.setAttribute('aria-label', 'Close');
  const actions = [close];
  if (teach !== undefined) actions.unshift(createButton('add', 'Teach it a face', () => void openTeaching(teach, job)));
  if (inbox !== undefined) actions.unshift(createButton('add', 'Add anyway', () => void addAnyway(inbox, job)));
  return actions;
}

function resultToast(report: AddReport): Pick<Toast, 'text' | 'teach'> {
  if (report.outcome === 'duplicate') return { text: 'Already in your library' };
  return { text: 'Added without a face', ...(report.outcome === 'added' ? { teach: report.meme } : {}) };
}

const failureText = (error: unknown): string =>
  error instanceof RequestError ? error.message : 'Gurn did not answer. Reload the page and try again.';

async function addAnyway(inbox: string, job: string): Promise<void> {
  showToast({ kind: 'working', text: 'Adding to Gurn…', job });
  try {
    const report = await ask('add.confirm', { inbox });
    showToast({ kind: 'done', ...resultToast(report), job });
  } catch (error) {
    showToast({ kind: 'error', text: failureText(error), job });
  }
}

async function openTeaching(meme: string, job: string): Promise<void> {
  try {
    await ask('teach.open', { meme });
    dismiss(job);
  } catch (error) {
    showToast({ kind: 'error', text: failureText(error), job });
  }
}
