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
  /** Title of the page it came from; '' when that is not known. */
  readonly title: string;
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
  /** Perceptual hash of the first frame, 16 hexadecimal digits: near duplicates differ in few bits. '' until known. */
  readonly fingerprint: string;
}

/**
 * One expression a meme answers to.
 * `detected`: a face found in the picture. `drawn`: a box that a person drew where the detector found no face; it is
 * embedded from that box, by every new embedder again. `placed`: a drawing put where the expression it shows lies.
 * `taught`: the face a person made for this picture in front of the camera. It cannot be embedded again, so one that
 * another model embedded stays stored, matches nothing, and gives way to what is taught next.
 */
export interface Face {
  /** Given by the database. */
  readonly key?: number;
  readonly meme: string;
  readonly origin: 'detected' | 'drawn' | 'placed' | 'taught';
  /** Frame of an animated image, 0 for a still. */
  readonly frame: number;
  /** Pixels, x y width height; null when placed or taught. */
  readonly box: readonly [x: number, y: number, width: number, height: number] | null;
  /** The detector's confidence, 0 to 1; 1 for other origins. */
  readonly score: number;
  /** 64 floats. Unit length when detected or drawn; a mean of unit vectors, not normalised, when placed or taught. */
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
  /** Title of the page it came from; '' when that is not known. */
  readonly title: string;
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

/** That a meme was chosen for a face: what Gurn learns a person's taste from. */
export interface PickRecord {
  /** Given by the database. */
  readonly key?: number;
  readonly meme: string;
  /** The camera's face at that moment: 64 floats, unit length. */
  readonly embedding: Float32Array<ArrayBuffer>;
  /** The embedder's version. */
  readonly model: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What became of a picture of an import; `fetch` and `waiting` are open, the others are ends. */
export type ItemState =
  /** An address, to be loaded. */
  | 'fetch'
  /** Its bytes are here, to be searched. */
  | 'waiting'
  | 'added'
  /** Added, though it looks like another meme (`like`): nobody has said yet whether they are one. */
  | 'near'
  /** As `near`, and the person keeps both. */
  | 'kept'
  /** As `near`, and the two are one meme now. */
  | 'merged'
  /** The same bytes were in the library. */
  | 'duplicate'
  | 'failed'
  | 'cancelled';

/** One bringing in of many pictures, kept so that it goes on after the browser was closed. */
export interface ImportRecord {
  /** UUID. */
  readonly id: string;
  readonly kind: 'files' | 'pasted' | 'addresses' | 'imgflip';
  readonly state: 'running' | 'paused' | 'done' | 'cancelled';
  /** A page is still handing pictures over. */
  readonly gathering: boolean;
  /** Why Gurn itself paused it or what is missing, in words for a person; '' when all is well. */
  readonly trouble: string;
  /** Epoch milliseconds. */
  readonly created: number;
  /** How many pictures are in which state. */
  readonly counts: Readonly<Partial<Record<ItemState, number>>>;
  /** How many of those added have no face. */
  readonly faceless: number;
  /**
   * How often open pictures were begun, by key: one that takes Gurn down each time is given up. Here and not with the
   * picture, whose bytes would be written anew each time.
   */
  readonly begun?: Readonly<Record<number, number>>;
}

/** A picture of an import, or something that holds pictures. */
export interface ImportItem {
  /** Given by the database: the order of the import. */
  readonly key?: number;
  /** The import's id. */
  readonly import: string;
  /** `archive`: a zip whose pictures take its place. `templates`: the address of imgflip's list, likewise. */
  readonly holds: 'picture' | 'archive' | 'templates';
  readonly state: ItemState;
  readonly name: string;
  /** A file's path, or an address. */
  readonly source: string;
  /** Kept while it waits; none while it must be fetched, and none afterwards. */
  readonly blob?: Blob;
  /** How often it was begun until it came to its end. */
  readonly tries?: number;
  /** How many of an archive's entries have taken its place already. */
  readonly unpacked?: number;
  /** The meme it became or is the same as. */
  readonly meme?: string;
  /** How many faces were found. */
  readonly faces?: number;
  /** The meme it looks like. */
  readonly like?: string;
  /** Why it failed, in words for a person. */
  readonly reason?: string;
}

/** Where the faces of one model lie on the expression map. */
export interface Layout {
  /** When it was computed, epoch milliseconds. */
  readonly at: number;
  /** The faces' keys. */
  readonly keys: Uint32Array<ArrayBuffer>;
  /** x and y of each. */
  readonly points: Float32Array<ArrayBuffer>;
}

export interface GurnSchema extends DBSchema {
  memes: { key: string; value: Meme; indexes: { added: number; indexed: string } };
  bytes: { key: string; value: Blob };
  thumbs: { key: string; value: Blob };
  faces: { key: number; value: Face; indexes: { meme: string } };
  inbox: { key: string; value: InboxItem; indexes: { received: number } };
  dismissed: { key: string; value: DismissedSticker };
  settings: { key: string; value: StoredSetting };
  picks: { key: number; value: PickRecord; indexes: { meme: string; at: number } };
  imports: { key: string; value: ImportRecord };
  importItems: { key: number; value: ImportItem; indexes: { state: [string, string] } };
  layouts: { key: string; value: Layout };
}

export const STORES = [
  'memes',
  'bytes',
  'thumbs',
  'faces',
  'inbox',
  'dismissed',
  'settings',
  'picks',
  'imports',
  'importItems',
  'layouts',
] as const;
export type StoreName = (typeof STORES)[number];
