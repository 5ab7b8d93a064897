/** What a messenger's test needs of a browser: any driver that can offer this may run it. */
import type { PictureFile } from '../../../tools/driver/library.ts';
import type { ShotName } from '../../../tools/driver/shots.ts';

/** One tab; the part that Playwright's and Puppeteer's pages have in common. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  bringToFront(): Promise<void>;
  /** A real click into the middle of the first element that fits, once it is there. */
  click(selector: string): Promise<void>;
  /** Real key presses, into what has the focus. */
  type(text: string): Promise<void>;
  press(key: 'Enter'): Promise<void>;
  /** Runs the function in the page; argument and result travel as JSON. */
  evaluate<A, R>(body: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

/** What the popup said of an insertion: its line, and the small print under it. */
export interface Told {
  readonly words: string;
  readonly why: string;
  /** Presses one of the buttons below it, and tells what it says then. */
  choose(button: string): Promise<Told>;
}

/** A browser with the built extension in it. Its first user has Gurn, the second has not. */
export interface Users {
  /** A new tab of the user who has Gurn. */
  first(): Promise<Tab>;
  /** A new tab of somebody who has not; nothing is shared with the first. */
  second(): Promise<Tab>;
  /** Brings the memes into Gurn's library through its page. */
  add(files: readonly PictureFile[]): Promise<void>;
  /** The shot as a 640×480 JPEG. */
  picture(shot: ShotName, brightness?: number): Promise<Buffer>;
  /**
   * Clicks the toolbar icon over the tab, holds the face in front of the camera until the meme (SHA-256 of its bytes)
   * is the best match, and presses Enter. Between the two `meanwhile` is run. The popup stays open if it does by itself.
   */
  pick(tab: Tab, face: Buffer, meme: string, meanwhile?: () => Promise<void> | void): Promise<Told>;
  end(): Promise<void>;
}
