/** What every way of handing a file over has in common. */
import type { ComposerAdapter } from '../composers/index.ts';
import { putInto } from './carry.ts';

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
export function carrying(file: File): DataTransfer {
  const transfer = new DataTransfer();
  putInto(transfer, file);
  transfer.effectAllowed = 'copy';
  return transfer;
}

export const LOUD = { bubbles: true, cancelable: true, composed: true } as const;

/** Dispatches the event; a page that prevents it has accepted. */
export const offer = (target: EventTarget, event: Event): Response =>
  target.dispatchEvent(event) ? 'ignored' : 'accepted';
