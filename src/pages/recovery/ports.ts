/** What the recovery page needs of the world. */
import type { Rescue } from '../../library/rescue.ts';
import type { openTarget } from '../library/packs/target.ts';

export interface RecoveryPorts {
  /** Opens the library as Gurn does, and reads what Gurn needs first. @throws LibraryError */
  tryLibrary(): Promise<void>;
  /** @throws LibraryError */
  openRescue(): Promise<Rescue>;
  readonly openTarget: typeof openTarget;
  /** Deletes the library; `blocked` is called when another window must be closed first. @throws LibraryError */
  erase(blocked: () => void): Promise<void>;
  openLibrary(): void;
  /** Who writes packs: this program and its version. */
  readonly generator: string;
}
