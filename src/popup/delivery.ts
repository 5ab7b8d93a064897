/** Getting a picture out: into the message, else onto the clipboard, else into the person's hands. */
import { signal } from '@preact/signals';
import { canBeRead } from '../library/readable.ts';
import { type InsertReport, RequestError } from '../messages/index.ts';
import { CopyError } from '../ui/clipboard.ts';
import type { PopupPorts } from './ports.ts';

export type Delivery =
  | { readonly step: 'none' }
  | { readonly step: 'inserting' | 'would-send'; readonly meme: string }
  /** `sent`: the chat has sent it as well. */
  | { readonly step: 'inserted'; readonly meme: string; readonly sent: boolean }
  | { readonly step: 'probably'; readonly meme: string; readonly why: string }
  | { readonly step: 'copied'; readonly meme: string; readonly still: boolean; readonly why: string }
  | {
      readonly step: 'in-hand';
      readonly meme: string;
      readonly name: string;
      readonly url: string;
      readonly why: string;
    }
  | { readonly step: 'gone'; readonly meme: string }
  | { readonly step: 'turned-down' | 'failed'; readonly meme: string; readonly why: string };

/** Long enough to read "In your message" (ms). */
export const CLOSE_AFTER_MS = 900;
/** A view that stands this much longer (ms) was not closed, and serves on. */
export const GONE_AFTER_MS = 1500;

export type Deliverer = ReturnType<typeof createDeliverer>;

/** `picked` is told of every meme that was inserted or copied. */
export function createDeliverer(ports: PopupPorts, picked: (meme: string) => void) {
  const delivery = signal<Delivery>({ step: 'none' });
  let busy = false;
  /** The meme is in, and the view is about to close: the second half of a double click means no other meme. */
  let closing = false;

  /** Whatever breaks is said: nobody should wait for an insertion that will not come. */
  const once = async (meme: string, work: () => Promise<void>): Promise<void> => {
    if (busy || closing) return;
    busy = true;
    dismiss();
    try {
      await work();
    } catch (error) {
      console.error('Gurn: a meme could not be handed over', error);
      delivery.value = { step: 'failed', meme, why: error instanceof Error ? error.message : String(error) };
    } finally {
      busy = false;
    }
  };

  function dismiss(): void {
    const { value } = delivery;
    if (value.step === 'in-hand') URL.revokeObjectURL(value.url);
    delivery.value = { step: 'none' };
  }

  function close(): void {
    closing = true;
    setTimeout(() => ports.close(), CLOSE_AFTER_MS);
    setTimeout(() => {
      closing = false;
    }, CLOSE_AFTER_MS + GONE_AFTER_MS);
  }

  async function toClipboard(meme: string, why: string): Promise<void> {
    const [about, bytes] = await Promise.all([ports.memes.get(meme), ports.memes.bytes(meme)]);
    if (!about || !bytes) {
      delivery.value = { step: 'gone', meme };
      return;
    }
    try {
      const outcome = await ports.copy(bytes, about.animated);
      delivery.value = { step: 'copied', meme, still: outcome === 'copied-still', why };
      countUse(meme);
      picked(meme);
    } catch (error) {
      if (!(error instanceof CopyError)) throw error;
      if (!(await canBeRead(bytes))) {
        delivery.value = { step: 'gone', meme };
        return;
      }
      const url = URL.createObjectURL(bytes);
      const reason = [why, error.message].filter(Boolean).join(' ');
      delivery.value = { step: 'in-hand', meme, name: fileName(about.name, bytes.type), url, why: reason };
    }
  }

  /** The picture is on the clipboard, whether or not it could be counted. */
  function countUse(meme: string): void {
    ports.memes
      .recordUse(meme, Date.now())
      .catch((error: unknown) => console.warn('Gurn: a copy was not counted', error));
  }

  /** Shows what became of it; returns why the clipboard is what is left, if it is. */
  async function tryInsert(meme: string, maySend: boolean): Promise<string | undefined> {
    try {
      const report = await ports.insert(meme, maySend);
      if (report.outcome === 'refused' && report.says) {
        // It would refuse the same picture from the clipboard.
        delivery.value = { step: 'turned-down', meme, why: `It says: “${report.says}”` };
        return undefined;
      }
      if (report.outcome === 'refused' || report.outcome === 'no-composer') return report.reason;
      delivery.value = deliveryOf(report, meme);
      if (report.outcome !== 'would-send') picked(meme);
      if (report.outcome === 'inserted') close();
      return undefined;
    } catch (error) {
      if (error instanceof RequestError) return error.message;
      console.error('Gurn: the insertion could not be asked for', error);
      return 'Gurn could not reach the page.';
    }
  }

  const insert = (meme: string, maySend: boolean): Promise<void> =>
    once(meme, async () => {
      delivery.value = { step: 'inserting', meme };
      const why = await tryInsert(meme, maySend);
      if (why !== undefined) await toClipboard(meme, why);
    });

  return {
    delivery,
    dismiss,
    /** Inserts; when that cannot be, copies. Another is ignored while one is under way, and once one is in. */
    insert: (meme: string) => insert(meme, false),
    /** The same where the chat sends a picture the moment it gets it, and the user has agreed. */
    send: (meme: string) => insert(meme, true),
    copy: (meme: string) => once(meme, () => toClipboard(meme, '')),
  };
}

type Done = Extract<InsertReport, { outcome: 'inserted' | 'probably' | 'would-send' }>;

function deliveryOf(report: Done, meme: string): Delivery {
  switch (report.outcome) {
    case 'inserted':
      return { step: 'inserted', meme, sent: report.sent === true };
    case 'probably':
      return { step: 'probably', meme, why: report.reason ?? '' };
    case 'would-send':
      return { step: 'would-send', meme };
  }
}

const ENDINGS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' };

/** A name that file systems take, with the ending of the type. */
export function fileName(name: string, type: string): string {
  const stem = name
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .trim();
  return `${stem || 'meme'}.${ENDINGS[type] ?? type.replace(/^image\//, '')}`;
}
