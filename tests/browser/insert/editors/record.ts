/** What an editor took, told to the top document in one way by all fixtures. */
import { note, type Received } from '../fixtures/receive.ts';

export { show } from '../fixtures/receive.ts';

declare global {
  interface Window {
    /** Files that were taken and are still being read. */
    busy: number;
  }
}

window.busy = 0;

/** Puts files on record. `way`: the editor's own name for the door they came through. */
export async function take(files: readonly File[], way: string): Promise<void> {
  window.busy += 1;
  await note(files, way);
  window.busy -= 1;
  if (window !== window.top) window.top?.postMessage(window.received.splice(0), '*');
}

/** Takes over what the frames in this page recorded. */
export function recordFrames(): void {
  window.addEventListener('message', ({ data }: MessageEvent<readonly Received[]>) => window.received.push(...data));
}

/** Puts the pictures on record that the editor itself writes into its text, as it wrote them. */
export function recordPictures(root: Element): void {
  const onAdded = async (picture: HTMLImageElement): Promise<void> => {
    const blob = await (await fetch(picture.src)).blob();
    await take([new File([blob], picture.alt, { type: blob.type })], 'text');
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        const pictures = node.matches('img') ? [node] : [...node.querySelectorAll('img')];
        for (const picture of pictures) if (picture instanceof HTMLImageElement) void onAdded(picture);
      }
    }
  }).observe(root, { childList: true, subtree: true });
}

/** The files of a paste or a drop that brings no text along: apps take such for pictures, all else for text. */
export function filesOf(transfer: DataTransfer | null): readonly File[] {
  return transfer && !transfer.types.includes('text/plain') ? [...transfer.files] : [];
}

/** The fixture's place for the editor. */
export function editorBox(): HTMLElement {
  const box = document.getElementById('editor');
  if (!box) throw new Error('the fixture has no element for its editor');
  return box;
}

/** Where an app shows what is attached to the message: beside the editor. */
export const tray = (): Element => editorBox().parentElement ?? document.body;

/** Says that the editor can be used: from now on a click into the middle of `[data-composer]` gives it the cursor. */
export function ready(box = editorBox()): void {
  box.dataset.composer = '';
}
