/** What the teaching page needs of the world. */
import type { Meme } from '../../library/index.ts';
import type { LiveDoor } from '../../ui/live.ts';
import type { Pictures } from '../../ui/pictures.ts';

export interface Pupil {
  readonly meme: Meme;
  /** It was taught a face before. */
  readonly taught: boolean;
}

export interface TeachPorts {
  readonly door: LiveDoor;
  readonly pictures: Pictures;
  /** The camera's device id; empty for any. */
  readonly camera: string;
  readonly mirrored: boolean;
  /** Makes the meme answer to the face that is held for three seconds from now on. Rejects with a message for people. */
  teach(meme: string): Promise<void>;
  openWelcome(): void;
  openSiteSettings(): void;
  /** Closes the page's tab. */
  close(): void;
}
