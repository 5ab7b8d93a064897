import type { ImportRecord, ItemState } from '../../../src/library/schema.ts';

export interface File {
  readonly name: string;
  readonly base64: string;
}

/** What has become of a picture. */
export interface Outcome {
  readonly name: string;
  readonly state: ItemState;
  readonly reason?: string;
  /** How often it was begun: once, unless Gurn died over it or beside it. */
  readonly tries: number;
  readonly faces?: number;
}

export interface Progress extends Pick<ImportRecord, 'id' | 'state' | 'trouble'> {
  /** Pictures that are being searched now. */
  readonly inHand: readonly string[];
}

/** The library as a whole. */
export interface Audit {
  readonly memes: number;
  readonly faces: number;
  /** What must not be, in words. */
  readonly faults: readonly string[];
}

/** A meme with all that belongs to it, as text: two are the same when their texts are. */
export type Portrait = string;

/** What the page of the extension does for the command. */
export interface FuzzPage {
  /** Hands pictures over as one import, and has it worked on. */
  feed(id: string, files: readonly File[]): Promise<void>;
  progress(): Promise<Progress[]>;
  /** An ended import's pictures, and forgets the import. */
  collect(id: string): Promise<Outcome[]>;
  audit(): Promise<Audit>;
  /** Every meme that is not a starter sticker, by its name. */
  portraits(names: readonly string[]): Promise<Record<string, Portrait>>;
}

declare global {
  var fuzz: FuzzPage;
}
