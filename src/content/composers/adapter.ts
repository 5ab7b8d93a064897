import type { Rung } from '../../messages/index.ts';

/**
 * What Gurn knows of one messenger's composer: a table without code. A new messenger is one such file, an entry in
 * `index.ts` and a line in its test (docs/adding-a-messenger.md). How its files are handed over follows from the editor
 * it is made of (`editors.ts`).
 */
export interface ComposerAdapter {
  /** Stands in reports. */
  readonly name: string;
  /** Selector of the element that has the focus while a person writes. It sees nothing outside of its shadow root. */
  readonly composer: string;
  /** Hosts, with all below them, where the selector holds. Left out: everywhere, as for what people host themselves. */
  readonly hosts?: readonly string[];
  /**
   * Whether `composer` fits message boxes only. Then one that is alone on the page is taken although it never had the
   * cursor, and a re-mounted one is known again.
   */
  readonly unmistakable: boolean;
  /** Selector of what else appears when the file is taken, besides the signs that hold everywhere. */
  readonly shows?: string;
  /**
   * Selector of the elements that name the file once it is in, and only then. Then its name elsewhere, new pictures and
   * progress bars are hints only: they come before the site knows whether it takes the file.
   */
  readonly proof?: string;
  /** Selector of where the site says that it does not take a file, and why. */
  readonly refusal?: string;
  /** Selector of the site's own file input, anywhere in the page; else the nearest one above the composer is used. */
  readonly fileInput?: string;
  /** What to try in place of the editor's order. */
  readonly rungs?: readonly Rung[];
  /** It sends a picture the moment it gets it. Gurn never sends unasked, so the user is asked first. */
  readonly sendsAtOnce?: true;
  /** Nobody knows whether this composer takes pictures at all. */
  readonly unknown?: true;
  /** Taken only where the tab has no other composer. */
  readonly lastResort?: true;
}
