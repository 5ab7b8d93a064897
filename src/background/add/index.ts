/** Right-click to add: a picture on any page goes into the library. */
import * as v from 'valibot';
import { type Library, sha256Hex } from '../../library/index.ts';
import { type AddReport, ask, RequestError, type RequestOf } from '../../messages/index.ts';
import { ADD_MENU } from '../menus.ts';
import { confirm, createAdd, type Parts } from './add.ts';
import { type Click, clickFrom } from './click.ts';
import { fetchInBackground } from './fetch-background.ts';
import { fetchFromCanvas } from './fetch-canvas.ts';
import { readDataUrl } from './fetch-data.ts';
import { fetchInPage } from './fetch-page.ts';
import { fetchFromScreen } from './fetch-screen.ts';
import { createJobs } from './jobs.ts';
import type { Caption } from './name.ts';
import { requestAccess } from './permission.ts';
import { resumePending } from './resume.ts';
import { runInPage } from './run-in-page.ts';
import { createTell } from './tell.ts';
import { obtain, type Ways } from './ways.ts';

const ways: Ways = {
  data: async ({ srcUrl }) => readDataUrl(srcUrl),
  background: ({ srcUrl }) => fetchInBackground(srcUrl),
  page: fetchInPage,
  canvas: fetchFromCanvas,
  screen: fetchFromScreen,
};

const text = v.pipe(v.string(), v.maxLength(1000));
const PageCaption = v.strictObject({ alt: text, title: text });

const ALIVE = 'add-alive';

/** Whether the browser (or the extension) has just started: what is kept for its session is empty then. */
async function startedNow(): Promise<boolean> {
  const known = await chrome.storage.session.get(ALIVE);
  await chrome.storage.session.set({ [ALIVE]: true });
  return known[ALIVE] !== true;
}

/** The document may die over a picture, which still waits then: a new one begins again, once. */
async function searchSurely(
  request: RequestOf<'index'>,
  ensureOffscreen: AddDeps['ensureOffscreen'],
): Promise<AddReport> {
  const search = async (): Promise<AddReport> => {
    await ensureOffscreen();
    return ask('index', request);
  };
  try {
    return await search();
  } catch (error) {
    if (error instanceof RequestError && error.code !== 'no-answer') throw error;
    console.info('Gurn: the document that searches went away; asking again.', error);
    return search();
  }
}

/** A name is not worth failing for. */
async function caption(click: Click): Promise<Caption> {
  try {
    return await runInPage(click, 'caption', PageCaption);
  } catch (error) {
    console.debug('the page tells nothing of the picture', error);
    return { alt: '', title: '' };
  }
}

export interface AddDeps {
  readonly library: () => Promise<Library>;
  readonly ensureOffscreen: () => Promise<void>;
  /** Puts the content script, which shows the toasts, into the tab's frames; harmless where it is already. */
  readonly inject: (tabId: number) => Promise<unknown>;
}

export interface Adding {
  /** The answer to `add.confirm`. `tabId`: the tab that the browser says the request is from. */
  confirm(inbox: string, tabId: number | undefined): Promise<AddReport>;
}

/**
 * Listens for the menu's clicks and takes up what was interrupted. To be called synchronously when the service worker
 * starts: a listener that is registered later misses the click which woke it.
 */
export function registerAdd({ library, ensureOffscreen, inject }: AddDeps): Adding {
  const parts: Parts = {
    library,
    jobs: createJobs(chrome.storage.local),
    tell: createTell(inject),
    obtain: (click, allowed) => obtain(click, allowed, ways),
    caption,
    digest: sha256Hex,
    index: (request) => searchSurely(request, ensureOffscreen),
  };
  const add = createAdd(parts);
  const report = (what: string) => (error: unknown) => console.error(what, error);

  chrome.contextMenus.onClicked.addListener((info, tab) => {
    const click = clickFrom(info, tab);
    if (info.menuItemId !== ADD_MENU || !click) return;
    add(click, requestAccess(click)).catch(report('a click was lost'));
  });

  startedNow()
    .then((browserStarted) => resumePending(parts, browserStarted))
    .catch(report('interrupted additions could not be taken up'));
  return { confirm: (inbox, tabId) => confirm(parts, inbox, tabId) };
}
