/** Who is measured, with what, and what comes of it. */

export const PEERS = ['plain', 'hnswlib-wasm', 'edgevec', 'orama'] as const;
export type Peer = (typeof PEERS)[number];
export type ContenderName = 'gurn' | Peer;

/** How many neighbours are looked for. */
export const K = 10;

export interface Contender {
  /** What can be set at a search (ef, a threshold), and is tried: the best counts. `none` where there is nothing. */
  readonly settings: readonly string[];
  /** Adds vectors of unit length; the first gets the number `first`, the next the one after it. */
  add(vectors: readonly Float32Array[], first: number): Promise<void> | void;
  /** The numbers of the K nearest, or of those it takes for them. */
  search(query: Float32Array, setting: string): readonly number[];
  remove?(number: number): void;
}

/** `embeddings`: as the product's embedder makes them. `uniform`: all directions alike, where nothing is near. */
export type Kind = 'embeddings' | 'uniform';

export interface Plan {
  readonly kind: Kind;
  readonly size: number;
  readonly queries: number;
  readonly peers: readonly Peer[];
  /** A peer that is not built after so long is left out. */
  readonly buildLimitMs: number;
  /** Mean embeddings of named expressions. */
  readonly means: readonly (readonly number[])[];
  /** WebAssembly that reads memory, base64. */
  readonly reader: string;
  /** Whether to measure adding and removing too. */
  readonly changes: boolean;
}

export interface Run {
  readonly name: ContenderName;
  readonly setting: string;
  /** Seconds until everything could be searched. */
  readonly buildS: number;
  /** Part of 1 of the true nearest that it finds. */
  readonly recall: number;
  /** Milliseconds of a search. */
  readonly ms: number;
  readonly p95Ms: number;
}

/** Microseconds of one change while all others stay, and milliseconds of the first search after it. */
export interface Changes {
  readonly addUs: number;
  readonly removeUs: number;
  readonly searchAfterMs: number;
}

/** `cold`: from memory, with nothing in the processor's caches; `warm`: one time right after the other. */
export interface Reading {
  readonly coldMs: number;
  readonly warmMs: number;
}

export interface Result {
  readonly runs: readonly Run[];
  /** Peers that did not take part, and why. */
  readonly leftOut: Readonly<Partial<Record<Peer, string>>>;
  /** Milliseconds to read all vectors and do nothing with them. */
  readonly reading: Reading;
  /** Gurn's search when nothing of it lies in the processor's caches. */
  readonly coldMs: number;
  readonly changes?: Changes;
}

declare global {
  /** In the page. */
  var measureSearch: (plan: Plan) => Promise<Result>;
}
