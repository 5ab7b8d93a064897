/**
 * Who may be a panel. A page can frame any address it learns, so the address proves nothing: a panel is a document that
 * showed a secret which this worker made for one opening. The secret goes to the content script and from there to the
 * window it made, addressed to our origin; the page sees neither. Kept for the browser's session: the worker may die.
 */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { RequestError } from '../../messages/index.ts';

const KEY = 'panel';
/** Milliseconds for a panel to load and show its secret. A busy machine takes about two seconds. */
const VALID_MS = 15_000;
/** Panels that are remembered; a tab has one, and it forgets the one before. */
const MOST = 50;

const State = v.strictObject({
  openings: v.array(v.strictObject({ secret: v.string(), tab: v.number(), at: v.number() })),
  admitted: v.array(v.strictObject({ document: v.string(), tab: v.number() })),
});
type State = v.InferOutput<typeof State>;
const EMPTY: State = { openings: [], admitted: [] };

async function read(): Promise<State> {
  const { [KEY]: stored } = await chrome.storage.session.get(KEY);
  return v.is(State, stored) ? stored : EMPTY;
}

/** Two requests must not both find the same secret unused. */
const change = <T>(step: (before: State) => readonly [after: State, result: T]): Promise<T> =>
  navigator.locks.request('gurn.panel', async () => {
    const [after, result] = step(await read());
    await chrome.storage.session.set({ [KEY]: after });
    return result;
  });

/** Makes the secret for one opening in this tab; an earlier one that nobody used is worth nothing any more. */
export function newOpening(tab: number): Promise<string> {
  const secret = crypto.randomUUID();
  return change((before) => {
    const others = before.openings.filter((opening) => opening.tab !== tab);
    return [{ ...before, openings: [...others, { secret, tab, at: Date.now() }].slice(-MOST) }, secret];
  });
}

/** A panel as the browser names it. @throws RequestError `forbidden` when the browser does not say */
export function panelOf(sender: Runtime.MessageSender): { readonly document: string; readonly tab: number } {
  const { documentId, tab } = sender;
  if (documentId === undefined || tab?.id === undefined) throw new RequestError('forbidden', 'This is no panel.');
  return { document: documentId, tab: tab.id };
}

/**
 * Admits the sender, which shows `secret`: once, in the tab the secret was made for, and soon.
 * @throws RequestError forbidden
 */
export async function admit(secret: string, sender: Runtime.MessageSender): Promise<void> {
  const panel = panelOf(sender);
  const good = await change((before) => {
    const opening = before.openings.find((one) => one.secret === secret);
    const fits = opening?.tab === panel.tab && Date.now() - opening.at < VALID_MS;
    // Shown once, rightly or wrongly, it is spent.
    const openings = before.openings.filter((one) => one !== opening);
    const others = before.admitted.filter(({ tab }) => tab !== panel.tab);
    return [{ openings, admitted: fits ? [...others, panel].slice(-MOST) : before.admitted }, fits];
  });
  if (!good) throw new RequestError('forbidden', 'Gurn opens in a page only by its shortcut.');
}

export async function isAdmitted(panel: { readonly document: string; readonly tab: number }): Promise<boolean> {
  const { admitted } = await read();
  return admitted.some(({ document, tab }) => document === panel.document && tab === panel.tab);
}

/** The panel of this tab is closed. */
export const dismiss = (tab: number): Promise<void> =>
  change((before) => [{ ...before, admitted: before.admitted.filter((panel) => panel.tab !== tab) }, undefined]);
