/** What the library page needs of the world. */
import type { Library } from '../../library/index.ts';
import type { AddReport } from '../../messages/index.ts';

export interface LibraryPorts {
  readonly library: Pick<Library, 'memes' | 'faces' | 'inbox' | 'settings' | 'changes'>;
  /** Searches the picture in the inbox for faces and moves it into the library. Rejects with a message for people. */
  index(inbox: string, evenWithoutFace: boolean): Promise<AddReport>;
}
