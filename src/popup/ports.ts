/** What the popup needs of the world. The browser stands behind it in the extension, a script in tests. */
import type { Meme } from '../library/schema.ts';
import type { InsertReport } from '../messages/index.ts';
import type { CopyOutcome } from '../ui/clipboard.ts';
import type { LiveDoor } from '../ui/live.ts';
import type { SitePorts } from '../ui/SiteSwitches.tsx';

export interface PopupSettings {
  /** Device id; empty: any. */
  readonly camera: string;
  readonly mirrored: boolean;
  readonly holdToFreeze: boolean;
  /** How many matches are shown. */
  readonly top: number;
}

export interface PopupPorts {
  readonly door: LiveDoor;
  readonly memes: {
    get(meme: string): Promise<Pick<Meme, 'name' | 'animated'> | undefined>;
    bytes(meme: string): Promise<Blob | undefined>;
    /** What is shown of it, where the file itself is too far away for that. */
    small?(meme: string): Promise<Blob | undefined>;
    /** Counts a copy at `at` (epoch milliseconds); an insertion is counted where it is made. */
    recordUse(meme: string, at: number): Promise<void>;
  };
  readonly settings: {
    read(): Promise<PopupSettings>;
    write(change: Partial<PopupSettings>): Promise<void>;
  };
  /**
   * Puts the meme into the message being written in the tab behind. Rejects with a message for people.
   * `maySend`: the user agreed to a chat that sends a picture the moment it gets it.
   */
  insert(meme: string, maySend: boolean): Promise<InsertReport>;
  /** How the last insertion went, for a bug report; `undefined` when there was none since the browser started. */
  account(): Promise<string | undefined>;
  copy(picture: Blob, animated: boolean): Promise<CopyOutcome>;
  /** The site of the page behind, to be switched on or off; none where it takes no Gurn. */
  readonly site: SitePorts;
  openPage(page: 'welcome' | 'library'): void;
  /** Opens the page on which the meme can be taught a face. */
  teach(meme: string): void;
  /** Opens the browser's settings of this extension's camera permission, at {@link siteSettings}. */
  openSiteSettings(): void;
  readonly siteSettings: string;
  /** The popup stands in a tab or window of its own, not over one. */
  readonly inOwnTab: boolean;
  /** The match view stands in a web page, above the composer. */
  readonly inPage: boolean;
  close(): void;
}
