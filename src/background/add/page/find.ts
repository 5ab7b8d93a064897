/** Finds the clicked element again: Chromium tells an extension its address, not which element it was. */
import type { Click } from '../click.ts';
import { PictureError } from '../errors.ts';

export type Wanted = Pick<Click, 'srcUrl' | 'kind'>;
export type Pictured = HTMLImageElement | HTMLVideoElement | HTMLInputElement | SVGImageElement;

/** Longer addresses reach an extension as '' (`url::kMaxURLChars`). */
const LONGEST_URL = 2 * 1024 * 1024;

export function addressOf(element: Pictured): string {
  if (element instanceof SVGImageElement) return new URL(element.href.baseVal, document.baseURI).href;
  return element instanceof HTMLInputElement ? element.src : element.currentSrc || element.src;
}

const isImage = (element: Element): element is Pictured =>
  element instanceof HTMLImageElement ||
  element instanceof SVGImageElement ||
  (element instanceof HTMLInputElement && element.type === 'image');

const isVideo = (element: Element): element is Pictured => element instanceof HTMLVideoElement;

/** Every element, those in shadow trees included; content scripts may look into closed ones. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    const shadow = element instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(element) : null;
    if (shadow) yield* everyElement(shadow);
  }
}

/** Square CSS pixels of the element inside the viewport. */
function shownArea(element: Element): number {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return Math.max(0, width) * Math.max(0, height);
}

/** The element of that address; of several, the one that shows most. @throws PictureError gone */
export function findPicture({ srcUrl, kind }: Wanted): Pictured {
  const fits = (address: string): boolean =>
    srcUrl === '' ? address === '' || address.length > LONGEST_URL : address === srcUrl;
  const found = [...everyElement(document)]
    .filter(kind === 'video' ? isVideo : isImage)
    .filter((element) => fits(addressOf(element)))
    .sort((a, b) => shownArea(b) - shownArea(a))[0];
  if (!found) throw new PictureError('gone');
  return found;
}

/** Whether the element has pixels, and not the sign for a broken picture. */
export function isShown(element: Pictured): boolean {
  if (element instanceof HTMLVideoElement) return element.readyState >= element.HAVE_CURRENT_DATA;
  if (element instanceof HTMLImageElement) return element.complete && element.naturalWidth > 0;
  return true;
}
