/** A real Chromium with Gurn loaded, and hands for every part of it: toolbar, popup, worker, offscreen document. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium, sandboxArgs } from '../chromium.ts';
import { attach, listTargets, type Target } from './target.ts';

export interface LaunchOptions {
  /** Folder of the built extension; the GURN_DIST environment variable's, else dist/. */
  readonly dist?: string;
  /** Chromium's fake camera (unless told), a machine without any, or the machine's own. */
  readonly camera?: 'fake' | 'none' | 'real';
  /** What the fake camera plays (MJPEG), else a test card; it may be written later, before the camera is opened. */
  readonly film?: string;
  /** Keep Chromium's own permission prompts (nobody answers them headless) instead of saying yes to the camera. */
  readonly promptForCamera?: boolean;
  readonly headless?: boolean;
  readonly args?: readonly string[];
  /** Profile to use (and keep); a temporary one otherwise. */
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Gurn {
  readonly context: BrowserContext;
  readonly id: string;
  url(path: string): string;
  worker(): Promise<Worker>;
  /**
   * Clicks the toolbar icon over this page: a real click, which grants activeTab and opens the popup. `onClick` is
   * called at the very moment, for those who measure.
   */
  clickToolbar(page: Page, onClick?: () => void): Promise<Target>;
  /** The open toolbar popup. */
  popup(): Promise<Target>;
  /** Closes every open toolbar popup; popups in tabs of their own stay. */
  closePopups(): Promise<void>;
  /** The offscreen document, once something has started it. */
  offscreen(timeout?: number): Promise<Target>;
  hasOffscreen(): Promise<boolean>;
  /** Runs a DevTools command for the browser as a whole. */
  command<T>(method: string, params?: object): Promise<T>;
  setCameraPermission(setting: 'granted' | 'denied' | 'prompt'): Promise<void>;
  close(): Promise<void>;
}

const POPUP = '/src/popup/index.html';
const OFFSCREEN = '/src/offscreen/index.html';

function cameraArgs({ camera = 'fake', film, promptForCamera }: LaunchOptions): string[] {
  if (camera === 'real') return [];
  const consent = promptForCamera ? [] : ['--use-fake-ui-for-media-stream'];
  if (camera === 'none') return ['--use-fake-device-for-media-stream=device-count=0', ...consent];
  const play = film ? [`--use-file-for-fake-video-capture=${film}`] : [];
  return ['--use-fake-device-for-media-stream', ...play, ...consent];
}

function argsFor(options: LaunchOptions, dist: string): string[] {
  return [
    ...sandboxArgs(),
    // A toolbar popup is cut to the screen, and headless Chromium's is small unless told.
    ...(options.headless === false ? [] : ['--headless=new', '--screen-info={1600x1200}']),
    `--disable-extensions-except=${dist}`,
    `--load-extension=${dist}`,
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    ...cameraArgs(options),
    ...(options.args ?? []),
  ];
}

/** What was about to go when it was told to is gone as well. */
function goneAlready(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('No target with given id'))) throw error;
}

/** Starts Chromium with the extension. @throws NoChromiumError */
export async function launchGurn(options: LaunchOptions = {}): Promise<Gurn> {
  const dist = resolve(options.dist ?? process.env.GURN_DIST ?? 'dist');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'gurn-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    colorScheme: options.colorScheme ?? null,
    viewport: options.headless === false ? null : { width: 1280, height: 800 },
    args: argsFor(options, dist),
  });
  // tsx names functions through a helper that pages lack.
  await context.addInitScript('globalThis.__name ??= (f) => f');
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers().find((running) => running.url().startsWith('chrome-extension:')) ??
    (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  const browser = context.browser();
  if (!browser) throw new Error('Chromium gave no browser to talk to');

  // One session for the browser's life: what it sets (a permission, say) is undone when it ends.
  const session = await browser.newBrowserCDPSession();
  const command = async <T>(method: string, params: object = {}): Promise<T> =>
    (await session.send(method as 'Browser.getVersion', params as never)) as T;
  const url = (path: string): string => `chrome-extension://${id}/${path.replace(/^\//, '')}`;
  const popup = (): Promise<Target> => attach(browser, (target) => target.url === url(POPUP));

  return {
    context,
    id,
    url,
    worker,
    command,
    popup,
    async clickToolbar(page, onClick = () => undefined) {
      await page.bringToFront();
      const tabs = await command<{ targetInfos: { targetId: string; url: string; type: string }[] }>(
        'Target.getTargets',
        {
          filter: [{ type: 'tab' }],
        },
      );
      const tab = tabs.targetInfos.find((target) => target.url === page.url());
      if (!tab) throw new Error(`no tab shows ${page.url()}`);
      onClick();
      await command('Extensions.triggerAction', { id, targetId: tab.targetId });
      return popup();
    },
    async closePopups() {
      for (const target of await listTargets(browser)) {
        if (target.url !== url(POPUP)) continue;
        await command('Target.closeTarget', { targetId: target.targetId }).catch(goneAlready);
      }
    },
    offscreen: (timeout) => attach(browser, (target) => target.url === url(OFFSCREEN), timeout),
    async hasOffscreen() {
      return (await listTargets(browser)).some((target) => target.url === url(OFFSCREEN));
    },
    async setCameraPermission(setting) {
      await command('Browser.setPermission', {
        permission: { name: 'camera' },
        setting,
        origin: `chrome-extension://${id}`,
      });
    },
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}
