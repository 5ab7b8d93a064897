/** What the browser says was clicked. */

export interface Click {
  readonly tabId: number;
  readonly windowId: number;
  readonly frameId: number;
  /** As the browser gives it: '' for a stream, and for a data URL longer than the 2 MiB that it passes on. */
  readonly srcUrl: string;
  readonly kind: 'image' | 'video';
  readonly pageUrl: string;
  /** '' in a private window: of what is read there nothing is kept. */
  readonly pageTitle: string;
  readonly incognito: boolean;
}

/** Undefined when the click was on no tab: a side panel or another extension's window. */
export function clickFrom(info: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab): Click | undefined {
  if (tab?.id === undefined || tab.id < 0) return undefined;
  return {
    tabId: tab.id,
    windowId: tab.windowId,
    frameId: info.frameId ?? 0,
    srcUrl: info.srcUrl ?? '',
    kind: info.mediaType === 'video' ? 'video' : 'image',
    pageUrl: tab.url ?? info.pageUrl ?? '',
    pageTitle: tab.incognito ? '' : (tab.title ?? ''),
    incognito: tab.incognito,
  };
}

/** `undefined` for what is no address at all. */
export const parseUrl = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);

export const isWeb = (url: URL | undefined): url is URL => url?.protocol === 'https:' || url?.protocol === 'http:';

/** What two clicks must share to be the same wish. */
export const wishOf = ({ tabId, frameId, kind, srcUrl }: Click): string => [tabId, frameId, kind, srcUrl].join(' ');
