/** Where on the screen the element is, for a crop of what the tab shows. */
import { PictureError } from '../errors.ts';
import { covered } from './covered.ts';
import { findPicture, isShown, type Wanted } from './find.ts';

/** CSS pixels of the top frame's visual viewport. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Width of the whole viewport: with the screenshot's width it says how many pixels one of these is. */
  readonly viewport: number;
}

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rounding at fractional zooms puts an edge up to a pixel outside. */
const SLACK = 1;

const inside = (rect: Rect, width: number, height: number): boolean =>
  rect.left >= -SLACK && rect.top >= -SLACK && rect.right <= width + SLACK && rect.bottom <= height + SLACK;

/** From a frame's viewport to that of the frame around it. @throws PictureError frame, hidden */
function outwards(rect: Rect, view: Window): Rect {
  if (!inside(rect, view.innerWidth, view.innerHeight)) throw new PictureError('hidden');
  const frame = view.frameElement;
  // The browser gives no frame element across origins.
  if (!frame) throw new PictureError('frame');
  const box = frame.getBoundingClientRect();
  const style = view.parent.getComputedStyle(frame);
  const left = box.left + frame.clientLeft + Number.parseFloat(style.paddingLeft);
  const top = box.top + frame.clientTop + Number.parseFloat(style.paddingTop);
  return { left: rect.left + left, top: rect.top + top, right: rect.right + left, bottom: rect.bottom + top };
}

/** @throws PictureError gone, not-shown, covered, hidden, frame */
export function measurePicture(wanted: Wanted): Place {
  const element = findPicture(wanted);
  const shown = element.getBoundingClientRect();
  const poster = element instanceof HTMLVideoElement && element.poster !== '';
  if (!(isShown(element) || poster) || shown.width < 1 || shown.height < 1) throw new PictureError('not-shown');
  let rect: Rect = { left: shown.left, top: shown.top, right: shown.right, bottom: shown.bottom };
  if (inside(rect, innerWidth, innerHeight) && covered(element)) throw new PictureError('covered');
  let view: Window = window;
  for (; view !== view.top; view = view.parent) rect = outwards(rect, view);

  const visual = view.visualViewport;
  const [x, y, scale] = [visual?.offsetLeft ?? 0, visual?.offsetTop ?? 0, visual?.scale ?? 1];
  const zoomed = {
    left: (rect.left - x) * scale,
    top: (rect.top - y) * scale,
    right: (rect.right - x) * scale,
    bottom: (rect.bottom - y) * scale,
  };
  if (!inside(zoomed, view.innerWidth, view.innerHeight)) throw new PictureError('hidden');
  const { left, top, right, bottom } = zoomed;
  return { x: left, y: top, width: right - left, height: bottom - top, viewport: view.innerWidth };
}
