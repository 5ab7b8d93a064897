/** A meme that a person brings in: new, or deleted a moment ago and still to be had back. */
import type { Writing } from './connection.ts';
import { strikeOff } from './planned.ts';
import { insert, WHOLE, type Whole, type WholeStore } from './records.ts';

/** The stores that bringing in a meme touches. */
export const BRINGING: BringingStore[] = [...WHOLE, 'settings'];
type BringingStore = WholeStore | 'settings';

/** True when the meme is there and was not before, as a person sees it: one that was being deleted is kept. */
export async function bring(tx: Writing<BringingStore>, whole: Whole): Promise<boolean> {
  if (await insert(tx, whole)) return true;
  return (await strikeOff(tx, [whole.meme.id])).length > 0;
}
