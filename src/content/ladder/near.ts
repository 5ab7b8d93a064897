/** Whether something that appears in a page belongs to the message that is being written. */
import { parentOf } from '../roots.ts';

/** How far above a composer its own surroundings reach: its form, its toolbar, its row of attachments. */
const LEVELS = 6;
/** On a page as flat as this, everything stands around the composer. */
const FLAT = 3;

/** What others write appears here, and so does what the user has sent. */
const CONVERSATION = '[role="log"], [role="feed"], [role="article"], [aria-live], article';
/** Many chats show a picture in a dialogue before it is sent. */
const DIALOGUE = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

function* upwardFrom(element: Element): Generator<Element> {
  for (let at: Element | null = element; at; at = parentOf(at)) yield at;
}

function surroundingsOf(composer: Element): ReadonlySet<Element> {
  const around = [...upwardFrom(composer)].slice(0, LEVELS + 1);
  return new Set(around.filter((element, level) => level <= FLAT || !element.matches('body, html')));
}

/** True within the composer's surroundings or in a dialogue, and false within a conversation that is not around it. */
export function isNear(element: Element, composer: Element): boolean {
  const surroundings = surroundingsOf(composer);
  for (const at of upwardFrom(element)) {
    if (at.matches(DIALOGUE) || surroundings.has(at)) return true;
    if (at.matches(CONVERSATION)) return false;
  }
  return false;
}
