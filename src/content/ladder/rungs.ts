/** The ways to hand one file to a page. Each is a single attempt; whether it worked is seen elsewhere. */
import type { Rung } from '../../messages/index.ts';
import { putInto } from './carry.ts';
import { drop, takesDrops } from './drag.ts';
import { fileInputFor, showsInInput } from './file-input.ts';
import { type Attempt, carrying, LOUD, offer, type Response } from './offer.ts';

export type { Attempt, Response } from './offer.ts';

function paste({ composer, file }: Attempt): Response {
  // Firefox keeps nothing that was in the transfer before the event was made.
  const event = new ClipboardEvent('paste', { ...LOUD, clipboardData: new DataTransfer() });
  putInto(event.clipboardData, file);
  return offer(composer, event);
}

function beforeInput({ composer, file }: Attempt): Response {
  if (!composer.isContentEditable) return 'unavailable';
  const init = { ...LOUD, inputType: 'insertFromPaste', dataTransfer: carrying(file) };
  return offer(composer, new InputEvent('beforeinput', init));
}

function fileInput(attempt: Attempt): Response {
  const input = fileInputFor(attempt);
  if (!input) return 'unavailable';
  input.files = carrying(attempt.file).files;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  return 'accepted';
}

/** Whether a rung's file can be seen without any reaction of the page: a visible input shows its file's name. */
export const showsByItself = (rung: Rung, attempt: Attempt): boolean => rung === 'file-input' && showsInInput(attempt);

/** Whether the page offers this way at all, as far as can be told without trying it. */
export function isOffered(rung: Rung, attempt: Attempt): boolean {
  if (rung === 'drop') return takesDrops(attempt);
  return rung !== 'file-input' || fileInputFor(attempt) !== undefined;
}

export const rungs: Readonly<Record<Rung, (attempt: Attempt) => Response | Promise<Response>>> = {
  paste,
  beforeinput: beforeInput,
  drop,
  'file-input': fileInput,
};
