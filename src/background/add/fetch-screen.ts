/** The last way: the element's rectangle of what the tab shows. */
import * as v from 'valibot';
import type { Click } from './click.ts';
import { PictureError } from './errors.ts';
import { readDataUrl } from './fetch-data.ts';
import type { Place } from './page/measure.ts';
import { runInPage } from './run-in-page.ts';
import { hideToasts } from './tell.ts';

const pixels = v.pipe(v.number(), v.finite(), v.minValue(-2), v.maxValue(100_000));
const MeasuredPlace = v.strictObject({ x: pixels, y: pixels, width: pixels, height: pixels, viewport: pixels });

/** Chromium allows two captures a second (`MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND`). */
const CAPTURE_PAUSE_MS = 600;
const CAPTURE_ATTEMPTS = 4;

async function capture(windowId: number, attempts = CAPTURE_ATTEMPTS): Promise<Blob> {
  try {
    return readDataUrl(await chrome.tabs.captureVisibleTab(windowId, { format: 'png' }));
  } catch (cause) {
    const busy = cause instanceof Error && cause.message.includes('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND');
    if (!busy || attempts <= 1) throw new PictureError('no-access', undefined, { cause });
    await new Promise((resolve) => setTimeout(resolve, CAPTURE_PAUSE_MS));
    return capture(windowId, attempts - 1);
  }
}

/** A capture shows whatever tab is in front. @throws PictureError left */
async function checkInFront(tabId: number): Promise<void> {
  const tab = await chrome.tabs.get(tabId).catch((cause: unknown) => {
    throw new PictureError('left', undefined, { cause });
  });
  if (!tab.active) throw new PictureError('left');
}

async function crop(screen: Blob, { x, y, width, height, viewport }: Place): Promise<Blob> {
  const whole = await createImageBitmap(screen);
  const scale = whole.width / viewport;
  // Inwards to whole pixels: a row of the page around the picture would be part of the meme.
  const [left, top] = [Math.max(0, Math.ceil(x * scale)), Math.max(0, Math.ceil(y * scale))];
  const right = Math.min(whole.width, Math.floor((x + width) * scale));
  const bottom = Math.min(whole.height, Math.floor((y + height) * scale));
  if (right - left < 1 || bottom - top < 1) throw new PictureError('hidden');
  const canvas = new OffscreenCanvas(right - left, bottom - top);
  canvas.getContext('2d')?.drawImage(whole, -left, -top);
  whole.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

const samePlace = (a: Place, b: Place): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height && a.viewport === b.viewport;

/** @throws PictureError hidden, covered, moved, left, frame, no-access, not-shown, gone */
export async function fetchFromScreen(click: Click): Promise<Blob> {
  await checkInFront(click.tabId);
  const before = await runInPage(click, 'measure', MeasuredPlace);
  const showToasts = await hideToasts(click.tabId);
  try {
    const screen = await capture(click.windowId);
    await checkInFront(click.tabId);
    const after = await runInPage(click, 'measure', MeasuredPlace);
    if (!samePlace(before, after)) throw new PictureError('moved');
    return await crop(screen, before);
  } finally {
    await showToasts();
  }
}
