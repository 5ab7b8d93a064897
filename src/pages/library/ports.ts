/** What the library page needs of the world. */
import type { Library } from '../../library/index.ts';
import type { Room } from '../../library/storage.ts';
import type { PageName } from '../../ui/browser-pages.ts';
import type { SitePorts } from '../../ui/SiteSwitches.tsx';
import type { ImportPorts } from './bring-in/ports.ts';

export interface LibraryPorts {
  /** The sites that Gurn can be switched on for. */
  readonly sites: SitePorts;
  openPage(page: PageName): void;
  readonly library: Pick<
    Library,
    'memes' | 'thumbs' | 'faces' | 'imports' | 'removals' | 'packs' | 'settings' | 'picks' | 'changes'
  >;
  readonly imports: ImportPorts;
  /** How much room there is; `undefined` where the browser does not tell. */
  room(): Promise<Room | undefined>;
}
