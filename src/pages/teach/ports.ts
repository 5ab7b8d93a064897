/** What the teaching page needs of the world. */
import type { Face } from '../../library/index.ts';
import type { LiveDoor } from '../../ui/live.ts';
import type { Pictures } from '../../ui/pictures.ts';
import type { Box } from './box.ts';

/** The faces of the picture that is taught. */
export interface FacePorts {
  read(): Promise<readonly Face[]>;
  /** Tells of changes; returns the way to stop. */
  onChange(listener: () => void): () => void;
  /** Takes away what was taught or drawn; returns what it was. */
  forget(key: number): Promise<Face | undefined>;
  restore(face: Face): Promise<void>;
}

export interface TeachPorts {
  readonly door: LiveDoor;
  readonly pictures: Pictures;
  /** The camera's device id; empty for any. */
  readonly camera: string;
  readonly mirrored: boolean;
  readonly faces: FacePorts;
  /** Makes the meme answer to the face that is held for three seconds from now on. Rejects with a message for people. */
  teach(meme: string): Promise<void>;
  /** Makes the meme answer to the face in the box; resolves with whether Gurn sees a face there. */
  draw(meme: string, box: Box): Promise<boolean>;
  openWelcome(): void;
  openSiteSettings(): void;
  /** Closes the page's tab. */
  close(): void;
}
