/** Where this browser keeps the answer to whether Gurn may use the camera, and how it is changed there. */
import browser from 'webextension-polyfill';

/** The browser's settings of this extension, the camera among them. A link to it does not open; a tab does. */
export const siteSettings = (): string =>
  `chrome://settings/content/siteDetails?site=${encodeURIComponent(`chrome-extension://${browser.runtime.id}`)}`;

/** They are a page of the browser's, not Gurn's own welcome page. */
export const settingsApart: boolean = true;

export const cameraWords = {
  /** Before the question. */
  asks: 'Your browser asks once. You can take it back at any time.',
  allowed: 'Gurn may use the camera.',
  blocked:
    'The browser was told to block the camera. In Gurn’s site settings, set “Camera” to “Allow”, then come back.',
  openSettings: 'Open site settings',
  unblock: ['Open Gurn’s site settings.', 'Set “Camera” to “Allow”.', 'Come back and try again.'],
  /** What a view says that may not look yet. */
  needed: 'Your browser asks once whether Gurn may use the camera. What it sees stays on this machine.',
} as const;
