/** What the insertion matrix needs of a browser with Gurn in it: Chromium and Firefox each implement it once. */
import type { InsertReport } from '../../src/messages/index.ts';
import type { Received } from '../../tests/browser/insert/fixtures/receive.ts';
import type { Sample } from '../../tests/browser/insert/rig/samples.ts';

export const BROWSERS = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface Insertion {
  readonly report: InsertReport;
  /** From the request until its report, in milliseconds: what a person waits after the click on the meme. */
  readonly milliseconds: number;
}

/** The keyboard of a tab, as both drivers have it. */
export interface Keyboard {
  type(text: string): Promise<void>;
  press(key: 'ArrowLeft'): Promise<void>;
  down(key: 'Shift'): Promise<void>;
  up(key: 'Shift'): Promise<void>;
}

/** A tab that shows one editor. */
export interface MatrixPage {
  readonly keyboard: Keyboard;
  /** What a person reads in the editor of the top document. */
  text(): Promise<string | undefined>;
  /** Waits for the `[data-composer]` element and really clicks into its middle: what lies there gets the cursor. */
  focus(): Promise<void>;
  /** Inserts as a person does: one meme of the toolbar popup, which is opened over the page for the first of them. */
  insert(meme: string): Promise<Insertion>;
  /** What the editor took so far: `window.received` of the top document, once `window.busy` is 0. */
  received(): Promise<readonly Received[]>;
  close(): Promise<void>;
}

/** One running browser. */
export interface MatrixBrowser {
  readonly name: BrowserName;
  /** As the browser calls itself: `Chromium 156.0.1`. */
  readonly version: string;
  /** Puts a file into Gurn's library; returns the meme's id. The same bytes may be added again. */
  add(sample: Sample): Promise<string>;
  open(url: string): Promise<MatrixPage>;
  end(): Promise<void>;
}

/** How a browser is started. */
export interface MatrixBrowserLaunch {
  /** Match patterns of the sites where Gurn is switched on from the start; all others are entered by the click. */
  readonly hosts: readonly string[];
}

/** Starts the browser; `undefined` where it is not installed. */
export type StartMatrixBrowser = (launch: MatrixBrowserLaunch) => Promise<MatrixBrowser | undefined>;
