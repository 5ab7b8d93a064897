/** Tells the person: with a toast in the page, or on the toolbar button where the page takes no script. */
import { askFrame, type Toast } from '../../messages/index.ts';

/** As in content/toast: rooms do not import each other. */
const TOASTS = '[data-gurn-toasts]';
/** Milliseconds that the toolbar button speaks. */
const BADGE_MS = 6000;

const BADGES: Record<Toast['kind'], { text: string; color: string }> = {
  working: { text: '…', color: '#5f6368' },
  done: { text: '✓', color: '#14733b' },
  question: { text: '?', color: '#8a5a00' },
  error: { text: '!', color: '#b3261e' },
};

/** "+3" for three faces; a sign for everything else. */
const badgeText = ({ kind, text }: Toast): string => {
  const count = /^Added, (\d+) /.exec(text)?.[1];
  return kind === 'done' && count ? `+${count}` : BADGES[kind].text;
};

async function showBadge(tabId: number, toast: Toast): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ tabId, color: BADGES[toast.kind].color });
  await chrome.action.setBadgeText({ tabId, text: badgeText(toast) });
  await chrome.action.setTitle({ tabId, title: `Gurn: ${toast.text}` });
  if (toast.kind === 'working') return;
  setTimeout(() => {
    const cleared = [chrome.action.setBadgeText({ tabId, text: '' }), chrome.action.setTitle({ tabId, title: '' })];
    // The tab may be closed by then, and its badge with it.
    Promise.all(cleared).catch((error: unknown) => console.debug('a badge could not be cleared', error));
  }, BADGE_MS);
}

export type Tell = (tabId: number, toast: Toast) => Promise<boolean>;

/**
 * Makes the function that tells. It returns whether the page shows it: only there can the person answer a question.
 * `inject` puts the content script into the tab, harmlessly where it is already.
 */
export function createTell(inject: (tabId: number) => Promise<unknown>): Tell {
  const inPage = async (tabId: number, toast: Toast): Promise<boolean> => {
    try {
      await inject(tabId);
      await askFrame(tabId, 0, 'toast.show', toast);
      return true;
    } catch (error) {
      console.debug('this page takes no toast', error);
      return false;
    }
  };
  return async (tabId, toast) => {
    if (await inPage(tabId, toast)) return true;
    // The tab may be gone: then there is nobody to tell.
    await showBadge(tabId, toast).catch((error: unknown) => console.debug('nor a badge', error));
    return false;
  };
}

/** Takes the toasts out of the picture, until the returned function is called. */
export async function hideToasts(tabId: number): Promise<() => Promise<void>> {
  const set = async (hidden: boolean): Promise<void> => {
    await chrome.scripting.executeScript({
      target: { tabId },
      args: [TOASTS, hidden],
      func: async (selector: string, hide: boolean) => {
        const toasts = [...document.querySelectorAll<HTMLElement>(selector)];
        for (const toast of toasts) toast.hidden = hide;
        // Two frames: the first may be under way already, with the toasts in it.
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        if (hide && toasts.length > 0) await frame().then(frame);
      },
    });
  };
  const ignore = (error: unknown): void => console.debug('the toasts stay as they are', error);
  await set(true).catch(ignore);
  return () => set(false).catch(ignore);
}
