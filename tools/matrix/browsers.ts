/** The browsers that the matrix can be run in. */
import type { BrowserName, StartMatrixBrowser } from './browser.ts';
import { startChromium } from './chromium.ts';

export const starters: Readonly<Partial<Record<BrowserName, StartMatrixBrowser>>> = { chromium: startChromium };
