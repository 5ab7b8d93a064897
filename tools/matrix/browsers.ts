/** The browsers that the matrix can be run in. */
import type { BrowserName, StartMatrixBrowser } from './browser.ts';
import { startChromium } from './chromium.ts';
import { startFirefox } from './firefox.ts';

export const starters: Readonly<Record<BrowserName, StartMatrixBrowser>> = {
  chromium: startChromium,
  firefox: startFirefox,
};
