/** A real Firefox with Gurn in it, and hands for its toolbar icon, its popup and its pages. */
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { eventually } from '../../../tests/browser/support/eventually.ts';
import { findFirefox } from '../../firefox.ts';
import { GECKO_ID } from '../../manifest.ts';
import { type Display, openDisplay } from './display.ts';
import { openPopups, type Popups } from './popup.ts';
import { type FirefoxWindow, windowOf } from './window.ts';

export interface FirefoxOptions {
  /** Folder of the built extension. */
  readonly dist?: string;
  /** The page to run extension code in, when it is not the welcome page. */
  readonly backstage?: string;
  /** Ask for the camera as Firefox does (nobody answers), instead of saying yes. */
  readonly promptForCamera?: boolean;
}

export interface FirefoxGurn extends Popups {
  readonly browser: Browser;
  /** Firefox's own window. */
  readonly window: FirefoxWindow;
  /** An extension page in a tab behind the others, to run extension code in. */
  readonly backstage: Page;
  url(path: string): string;
  /** Opens any address in a tab of its own, also an extension page. */
  open(url: string): Promise<Page>;
  /** Lets Gurn into these sites (match patterns), as a person may in Firefox's settings of the extension. */
  allow(origins: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Firefox gives each installation a random one unless told. */
const UUID = 'd2b7c1f0-1c0a-4a8e-9d5e-0a6f3c1b2e11';

const prefsFor = ({ promptForCamera = false }: FirefoxOptions): Record<string, unknown> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
  'extensions.webextOptionalPermissionPrompts': false,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': !promptForCamera,
  'ui.prefersReducedMotion': 1,
  // A page with an unsent message asks whether to leave it, and nobody is there to answer.
  'dom.disable_beforeunload': true,
});

const start = (options: FirefoxOptions, display: Display | undefined): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: display === undefined,
    // The browser's own window: only there can the toolbar icon be clicked.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    defaultViewport: null,
    env: { ...process.env, ...display?.env },
    extraPrefsFirefox: prefsFor(options),
  });

async function openIn(browser: Browser, window: FirefoxWindow, url: string): Promise<Page> {
  const page = await browser.newPage();
  await window.navigate(page, url);
  const here = (): Promise<boolean> =>
    page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      // The document that was there before goes away under the question.
      .catch(() => false);
  await eventually(here);
  return page;
}

const allowing = (origins: readonly string[]): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
  await ExtensionPermissions.add('${GECKO_ID}', { origins: ${JSON.stringify(origins)}, permissions: [] }, extension);
})()`;

/** The folder of the extension that `npm run build:firefox` makes; GURN_FIREFOX_DIST names another. */
export const builtExtension = (): string => resolve(process.env.GURN_FIREFOX_DIST ?? 'dist-firefox');

/** Starts Firefox with the extension, on a screen of its own where there is one. @throws NoFirefoxError */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxGurn> {
  const display = await openDisplay();
  const browser = await start(options, display);
  const window = await windowOf(browser);
  await browser.installExtension(options.dist ?? builtExtension());
  const url = (path: string): string => `moz-extension://${UUID}/${path}`;
  const backstage = await openIn(browser, window, url(options.backstage ?? 'src/pages/welcome/index.html'));
  return {
    browser,
    window,
    backstage,
    url,
    ...openPopups(window, backstage),
    open: (address) => openIn(browser, window, address),
    async allow(origins) {
      await window.evaluate(allowing(origins));
    },
    async close() {
      await browser.close();
      display?.close();
    },
  };
}
