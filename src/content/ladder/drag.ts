/** A drag with one file, from entering to leaving, that leaves nothing of it on the screen. */
import { type Attempt, carrying, LOUD, offer, type Response } from './offer.ts';
import { watchZones, type Zones } from './zones.ts';

/** Pages show their drop zone at their next rendering, within these milliseconds. */
const SHOWN_WITHIN = 50;
/** And take it away within these after the drop. */
const GONE_WITHIN = 500;

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

/** Whether the page would take a drop here; nothing is dropped. */
export function takesDrops(attempt: Attempt): boolean {
  const zones = watchZones();
  const { init, welcome } = enter(attempt);
  leave(attempt.composer, init);
  void endLate(attempt.composer, init, zones);
  return welcome;
}

/** A zone that comes only at the next rendering, when the drag has left already, waits for its end. */
async function endLate(composer: Element, init: DragEventInit, zones: Zones): Promise<void> {
  await pause(SHOWN_WITHIN);
  if (zones.end()()) end(composer, init);
}

/** A zone that outlives the drop waits for the drag to leave, or to end. */
async function clearZones(composer: Element, init: DragEventInit, stays: () => boolean): Promise<void> {
  await pause(GONE_WITHIN);
  if (stays()) leave(composer, init);
  if (stays()) end(composer, init);
}

/** Drops the file in the middle of the composer. A drag that nobody took leaves again, as a person's would. */
export async function drop(attempt: Attempt): Promise<Response> {
  const { composer } = attempt;
  const zones = watchZones();
  const { init, welcome } = enter(attempt);
  if (!welcome) {
    leave(composer, init);
    void endLate(composer, init, zones);
    return 'unavailable';
  }
  await pause(SHOWN_WITHIN);
  const stays = zones.end();
  const response = offer(composer, new DragEvent('drop', init));
  if (response === 'ignored') leave(composer, init);
  void clearZones(composer, init, stays);
  return response;
}
