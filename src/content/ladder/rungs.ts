/** The ways to hand one file to a page. Each is a single attempt; whether it worked is seen elsewhere. */
import type { Rung } from '../../messages/index.ts';
import { isVisible, parentOf } from '../roots.ts';
import { putInto } from './carry.ts';
import { drop, takesDrops } from './drag.ts';
import { accepts } from './name.ts';
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

/** How far above the composer a file input may stand to be taken for its own. */
const MAX_LEVELS = 8;

/** The nearest enabled input that takes this type: first around the composer, then ever farther up. */
function fileInputFor({ composer, adapter, file }: Attempt): HTMLInputElement | undefined {
  const fits = (input: HTMLInputElement) => !input.disabled && accepts(input.accept, file.type);
  if (adapter.fileInput) return [...document.querySelectorAll<HTMLInputElement>(adapter.fileInput)].find(fits);
  let around = parentOf(composer);
  for (let level = 0; around && level < MAX_LEVELS; level += 1, around = parentOf(around)) {
    const found = [...around.querySelectorAll<HTMLInputElement>('input[type="file"]')].find(fits);
    if (found) return found;
  }
  return undefined;
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
export const showsByItself = (rung: Rung, attempt: Attempt): boolean => {
  const input = rung === 'file-input' ? fileInputFor(attempt) : undefined;
  return input !== undefined && isVisible(input) && input.files?.[0]?.name === attempt.file.name;
};

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
