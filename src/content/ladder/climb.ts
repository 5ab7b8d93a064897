/** The ladder: one way after the other to insert a file, until one is seen to work or may have worked. */
import type { InsertReport, Rung } from '../../messages/index.ts';
import { focusGently } from '../caret.ts';
import type { Composer } from '../tracker.ts';
import { type Attempt, type Response, rungs, showsByItself } from './rungs.ts';
import type { Sign } from './signs.ts';
import { type Watch, watchFor } from './watch.ts';

/** How long a page that accepted the file may take to show it. Slow previews take 5 s. */
const ACCEPTED_PATIENCE = 6000;
/** A page that takes a drop or a `beforeinput` prevents it, or the browser would act as well. So: soon or never. */
const IGNORED_PATIENCE = 500;

const REFUSED = 'This message box takes pictures in none of the ways Gurn knows.';

function patienceFor(rung: Rung, response: Response, { adapter }: Attempt): number {
  if (response === 'accepted') return ACCEPTED_PATIENCE;
  return rung === 'paste' ? adapter.patience : IGNORED_PATIENCE;
}

async function waitForSign(watch: Watch, rung: Rung, response: Response, attempt: Attempt): Promise<Sign | undefined> {
  const sign = await watch.seen(patienceFor(rung, response, attempt));
  return sign ?? (showsByItself(rung, attempt) ? 'input' : undefined);
}

/**
 * Hands the file to the composer, exactly once. After an attempt that the page may have taken there is no other: an
 * accepted event without a visible sign, or a composer that was replaced, ends in `probably`.
 *
 * @param token Random text in the file's name by which the page's reaction is known.
 */
export async function climb({ element, adapter, caret }: Composer, file: File, token: string): Promise<InsertReport> {
  const attempt: Attempt = { composer: element, adapter, file };
  const restore = focusGently(element, caret);
  const watch = watchFor({ composer: element, token, shows: adapter.shows });
  try {
    for (const rung of adapter.rungs) {
      const response = rungs[rung](attempt);
      if (response === 'unavailable') continue;
      const signal = await waitForSign(watch, rung, response, attempt);
      if (signal) return { outcome: 'inserted', composer: adapter.name, rung, signal };
      if (response === 'accepted' || !element.isConnected) return { outcome: 'probably', composer: adapter.name, rung };
    }
    return { outcome: 'refused', composer: adapter.name, reason: REFUSED };
  } finally {
    watch.stop();
    restore();
  }
}
