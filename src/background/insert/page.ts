/** The way into a tab: injects the content script and talks to it, frame by frame. */
/// <reference types="@crxjs/vite-plugin/client" />
import browser from 'webextension-polyfill';
import contentScript from '../../content/main.ts?script&iife';
import { askFrame, type InsertResult, RequestError, type RequestOf } from '../../messages/index.ts';
import type { Found } from './choose-frame.ts';

/** What insertion needs of a tab. */
export interface Page {
  /** Returns the frames that the content script could enter. @throws RequestError tab-closed, restricted, not-allowed */
  enter(tab: number): Promise<readonly number[]>;
  /** Returns the frame's composer; `undefined` when it has none, vanished or does not answer. */
  find(tab: number, frame: number): Promise<Found | undefined>;
  /** Rejects when the frame vanished. */
  insert(tab: number, frame: number, file: RequestOf<'composer.insert'>): Promise<InsertResult>;
  /** Returns the tab's host where the browser tells; `undefined` when the tab is closed. */
  look(tab: number): Promise<{ readonly host?: string } | undefined>;
}

/** How long a frame may take to say whether it has a composer, in milliseconds. A busy page answers in a few. */
const FIND_PATIENCE = 1500;

/** The content script's file in the package. */
export const contentFile = contentScript.replace(/^\//, '');

/** What the browser's words mean; Firefox's for a closed tab are "Invalid tab ID". */
export function refusal(error: unknown): RequestError {
  const message = error instanceof Error ? error.message : String(error);
  if (/no tab with id|tab was closed|invalid tab id/i.test(message))
    return new RequestError('tab-closed', 'That tab is closed.');
  if (/must request permission|host permission/i.test(message)) {
    return new RequestError('not-allowed', "Gurn may not write in this page yet: open it from the page's toolbar.");
  }
  return new RequestError('restricted', 'The browser lets no extension write in this page.');
}

/**
 * Puts the content script into every frame of a tab that Gurn may enter now; where it is already, nothing happens.
 * @returns the numbers of those frames
 * @throws RequestError tab-closed, restricted (browser pages, the web store), not-allowed
 */
export async function enterTab(tab: number): Promise<readonly number[]> {
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      files: [contentFile],
      // A frame that is still loading must not keep the others waiting.
      injectImmediately: true,
    });
    return results.map(({ frameId }) => frameId);
  } catch (error) {
    throw refusal(error);
  }
}

async function findIn(tab: number, frame: number): Promise<Found | undefined> {
  const silence = new Promise<null>((resolve) => setTimeout(resolve, FIND_PATIENCE, null));
  try {
    const candidate = await Promise.race([askFrame(tab, frame, 'composer.find', {}), silence]);
    return candidate === null ? undefined : { ...candidate, frame };
  } catch (error) {
    console.info(`Gurn: frame ${frame} of tab ${tab} is gone.`, error);
    return undefined;
  }
}

async function lookAt(tab: number): Promise<{ readonly host?: string } | undefined> {
  try {
    const { url } = await browser.tabs.get(tab);
    return url === undefined ? {} : { host: new URL(url).host };
  } catch (error) {
    console.info(`Gurn: tab ${tab} is gone.`, error);
    return undefined;
  }
}

export const page: Page = {
  enter: enterTab,
  find: findIn,
  insert: (tab, frame, file) => askFrame(tab, frame, 'composer.insert', file),
  look: lookAt,
};
