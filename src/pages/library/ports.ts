/** What the library page needs of the world. */
import type { Library } from '../../library/index.ts';
import type { AddReport } from '../../messages/index.ts';
import type { PageName } from '../../ui/browser-pages.ts';
import type { SitePorts } from '../../ui/SiteSwitches.tsx';

export interface LibraryPorts {
  /** The sites that Gurn can be switched on for. */
  readonly sites: SitePorts;
  openPage(page: PageName): void;
  readonly library: Pick<Library, 'memes' | 'thumbs' | 'faces' | 'inbox' | 'removals' | 'settings' | 'changes'>;
  /** Searches the picture in the inbox for faces and moves it into the library. Rejects with a message for people. */
  index(inbox: string, evenWithoutFace: boolean): Promise<AddReport>;
}
