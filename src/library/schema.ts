/** What is stored: one IndexedDB database, `gurn`. */
import type { DBSchema } from 'idb';

/** The source of the stickers that come with Gurn. */
export const STARTER = 'starter';

/** Length of an embedding. */
export const DIMENSIONS = 64;

export interface Meme {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly id: string;
  readonly name: string;
  /** Where it came from: a page's address, a file name, or `starter` (STARTER). */
  readonly source: string;
  readonly tags: readonly string[];
  /** MIME type found in the bytes. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Epoch milliseconds. */
  readonly added: number;
  /** How often, and when last (0: never), it was inserted or copied. */
  readonly used: { readonly count: number; readonly last: number };
  /** The embedder's version its faces were found with; '' when the search must be done (again). */
  readonly indexed: string;
}

/**
 * One expression a meme answers to.
 * `detected`: a face found in the picture. `placed`: a drawing put where the expression it shows lies.
 * `taught`: the face a person made for this picture in front of the camera. It cannot be embedded again, so one that
 * another model embedded stays stored, matches nothing, and gives way to what is taught next.
 */
export interface Face {
  /** Given by the database. */
  readonly key?: number;
  readonly meme: string;
  readonly origin: 'detected' | 'placed' | 'taught';
  /** Frame of an animated image, 0 for a still. */
  readonly frame: number;
  /** Pixels, x y width height; null when placed or taught. */
  readonly box: readonly [x: number, y: number, width: number, height: number] | null;
  /** The detector's confidence, 0 to 1; 1 when placed or taught. */
  readonly score: number;
  /** 64 floats. Unit length when detected; a mean of unit vectors, not normalised, when placed or taught. */
  readonly embedding: Float32Array<ArrayBuffer>;
  /**
   * Variance of the faces that the embedding is the mean of (1 - |mean|²), 0 for a single face. Matching adds it to
   * the squared distance, which makes that the mean squared distance to those faces: being an average is no advantage.
   */
  readonly spread: number;
  /** The embedder's version. */
  readonly model: string;
}

/** A picture on its way in: kept here until it has been searched for faces, so that a killed worker loses nothing. */
export interface InboxItem {
  /** UUID. */
  readonly id: string;
  readonly blob: Blob;
  readonly name: string;
  readonly source: string;
  /** Epoch milliseconds. */
  readonly received: number;
}

/** A starter sticker that the user deleted: a later seeding does not bring it back. */
export interface DismissedSticker {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Settings by name; see settings.ts for their types and defaults. */
export interface StoredSetting {
  readonly name: string;
  readonly value: unknown;
}

export interface GurnSchema extends DBSchema {
  memes: { key: string; value: Meme; indexes: { added: number; indexed: string } };
  bytes: { key: string; value: Blob };
  faces: { key: number; value: Face; indexes: { meme: string } };
  inbox: { key: string; value: InboxItem; indexes: { received: number } };
  dismissed: { key: string; value: DismissedSticker };
  settings: { key: string; value: StoredSetting };
}

export type StoreName = 'memes' | 'bytes' | 'faces' | 'inbox' | 'dismissed' | 'settings';
