/**
 * Where Firefox keeps the answer to whether Gurn may use the camera, and how it is changed there. No extension may open
 * Firefox's settings, but the sign left of the welcome page's address leads to them. A popup may never ask, so only an
 * answer that Firefox was told to remember counts in it.
 */
import browser from 'webextension-polyfill';

export const siteSettings = (): string => browser.runtime.getURL('src/pages/welcome/index.html');

export const settingsApart: boolean = false;

export const cameraWords = {
  asks:
    'Tick “Remember this decision” in Firefox’s question: without that, Gurn’s popup may not look. ' +
    'You can take it back at any time.',
  allowed: 'Gurn may use the camera. If its popup asks all the same, tick “Remember this decision” here next time.',
  blocked:
    'Firefox was told to block the camera. Click the crossed-out camera left of this page’s address, ' +
    'remove the block, then reload the page.',
  openSettings: 'Open the welcome page',
  unblock: [
    'Open Gurn’s welcome page.',
    'Click the crossed-out camera left of its address and remove the block.',
    'Come back and try again.',
  ],
  needed:
    'Firefox asks on Gurn’s welcome page: tick “Remember this decision” there. ' +
    'What the camera sees stays on this machine.',
} as const;
