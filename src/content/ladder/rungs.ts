/** The ways to hand one file to a page. Each is a single attempt; whether it worked is seen elsewhere. */
import type { Rung } from '../../messages/index.ts';
import type { ComposerAdapter } from '../composers/index.ts';
import { isVisible, parentOf } from '../roots.ts';
import { accepts } from './name.ts';

/**
 * What a page did with an attempt at once.
 * - `accepted`: it prevented the default, or was handed the file: it may be at work on it.
 * - `ignored`: it did not react. It may still have taken the file (Lexical does).
 * - `unavailable`: there was nothing to try.
 */
export type Response = 'accepted' | 'ignored' | 'unavailable';

export interface Attempt {
  readonly composer: HTMLElement;
  readonly adapter: ComposerAdapter;
  readonly file: File;
}

/** Exactly one file and no text: Discord, Mattermost and Rocket.Chat ignore files when text comes along. */
function carrying(file: File): DataTransfer {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  transfer.effectAllowed = 'copy';
  return transfer;
}

const LOUD = { bubbles: true, cancelable: true, composed: true } as const;

const offer = (target: EventTarget, event: Event): Response => (target.dispatchEvent(event) ? 'ignored' : 'accepted');

function paste({ composer, file }: Attempt): Response {
  return offer(composer, new ClipboardEvent('paste', { ...LOUD, clipboardData: carrying(file) }));
}

function beforeInput({ composer, file }: Attempt): Response {
  if (!composer.isContentEditable) return 'unavailable';
  const init = { ...LOUD, inputType: 'insertFromPaste', dataTransfer: carrying(file) };
  return offer(composer, new InputEvent('beforeinput', init));
}

/** A drag that nobody took ends with `dragleave`, or the page's drop zone stays on the screen. */
function drop({ composer, file }: Attempt): Response {
  const { x, y, width, height } = composer.getBoundingClientRect();
  const init = { ...LOUD, dataTransfer: carrying(file), clientX: x + width / 2, clientY: y + height / 2 };
  offer(composer, new DragEvent('dragenter', init));
  offer(composer, new DragEvent('dragover', init));
  const response = offer(composer, new DragEvent('drop', init));
  if (response === 'ignored') offer(composer, new DragEvent('dragleave', init));
  return response;
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

export const rungs: Readonly<Record<Rung, (attempt: Attempt) => Response>> = {
  paste,
  beforeinput: beforeInput,
  drop,
  'file-input': fileInput,
};
