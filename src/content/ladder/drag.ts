/** A drag with one file, from entering to leaving, that leaves nothing of it on the screen. */
import { documentsUpward, isVisible, shadowRootsIn } from '../roots.ts';
import { type Attempt, carrying, LOUD, offer, type Response } from './offer.ts';

/** Pages show their drop zone at their next rendering, within these milliseconds. */
const SHOWN_WITHIN = 50;
/** And take it away within these after the drop. */
const GONE_WITHIN = 500;

const SHOWING = ['class', 'style', 'hidden', 'open', 'aria-hidden'];

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Middle {
  readonly clientX: number;
  readonly clientY: number;
}

function middleOf(element: Element): Middle {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { clientX: x + width / 2, clientY: y + height / 2 };
}

/** Enters with the file. A page that takes drops prevents `dragover`, or the browser would not let it have one. */
function enter({ composer, file }: Attempt): { readonly init: DragEventInit; readonly welcome: boolean } {
  const init = { ...LOUD, ...middleOf(composer), dataTransfer: carrying(file) };
  offer(composer, new DragEvent('dragenter', init));
  return { init, welcome: offer(composer, new DragEvent('dragover', init)) === 'accepted' };
}

/** Out of the window, where nothing is: pages look at the target, at where it goes, or at the place. */
const leave = (composer: Element, { dataTransfer = null }: DragEventInit): Response =>
  offer(composer, new DragEvent('dragleave', { ...LOUD, dataTransfer, clientX: 0, clientY: 0 }));

const end = (composer: Element, { dataTransfer = null }: DragEventInit): Response =>
  offer(composer, new DragEvent('dragend', { ...LOUD, dataTransfer }));

/** Notes what a page shows from now on. `end` returns the question whether that is still there. */
function watchZones(): { end(): () => boolean } {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver((more) => records.push(...more));
  for (const root of documentsUpward().flatMap((one) => [one, ...shadowRootsIn(one)])) {
    observer.observe(root, { subtree: true, childList: true, attributeOldValue: true, attributeFilter: SHOWING });
  }
  return {
    end() {
      records.push(...observer.takeRecords());
      observer.disconnect();
      const added = records.flatMap(({ addedNodes }) => [...addedNodes].filter((node) => node instanceof Element));
      const changed = records
        .filter(({ type }) => type === 'attributes')
        .map(({ target, attributeName, oldValue }) => {
          const now = (target as Element).getAttribute(attributeName ?? '');
          return { element: target as Element, name: attributeName ?? '', now, was: oldValue };
        })
        .filter(({ now, was }) => now !== was);
      return () =>
        added.some(isVisible) || changed.some(({ element, name, now }) => element.getAttribute(name) === now);
    },
  };
}

/** Whether the page would take a drop here; nothing is dropped. */
export function takesDrops(attempt: Attempt): boolean {
  const zones = watchZones();
  const { init, welcome } = enter(attempt);
  const stays = zones.end();
  leave(attempt.composer, init);
  if (stays()) end(attempt.composer, init);
  return welcome;
}

/** A zone that outlives the drop waits for the drag to leave, or to end. */
async function clearZones(composer: Element, init: DragEventInit, left: boolean, stays: () => boolean): Promise<void> {
  await pause(GONE_WITHIN);
  if (stays() && !left) leave(composer, init);
  if (stays()) end(composer, init);
}

/** Drops the file in the middle of the composer. A drag that nobody took leaves again, as a person's would. */
export async function drop(attempt: Attempt): Promise<Response> {
  const { composer } = attempt;
  const zones = watchZones();
  const { init, welcome } = enter(attempt);
  if (welcome) await pause(SHOWN_WITHIN);
  const stays = zones.end();
  const response = welcome ? offer(composer, new DragEvent('drop', init)) : 'unavailable';
  if (response !== 'accepted') leave(composer, init);
  void clearZones(composer, init, response !== 'accepted', stays);
  return response;
}
