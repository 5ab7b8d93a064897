import type { Rung } from '../../messages/index.ts';

/**
 * What Gurn knows of one kind of composer: a table without code. A new messenger is one such file, an entry in
 * `index.ts` and a test.
 */
export interface ComposerAdapter {
  /** Stands in reports. */
  readonly name: string;
  /** Selector of the element that has the focus while a person writes. */
  readonly composer: string;
  /**
   * Whether `composer` fits message boxes only. Then one that is alone on the page is taken although it never had the
   * cursor, and a re-mounted one is known again.
   */
  readonly unmistakable: boolean;
  /** What to try, in this order, until the page is seen to take the file. */
  readonly rungs: readonly Rung[];
  /** Milliseconds to look for a sign of a paste that nobody prevented, before the next rung. Lexical can take 3 s. */
  readonly patience: number;
  /** Selector of what else appears when the file is taken, besides the signs that hold everywhere. */
  readonly shows?: string;
  /** Selector of the site's own file input, anywhere in the page; else the nearest one above the composer is used. */
  readonly fileInput?: string;
}
