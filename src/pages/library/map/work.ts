/** What the page and the worker that lays faces out say to each other. */
import type { Expressions } from '../../../ui/expressions.ts';

/** To the worker. `open` comes first and once; `again`: what was stored is laid aside. */
export type Order =
  | { readonly type: 'open'; readonly expressions: Expressions; readonly again: boolean }
  /** The faces of these memes have changed. */
  | { readonly type: 'update'; readonly memes: readonly string[] }
  /** Which faces are most like this one? */
  | { readonly type: 'near'; readonly key: number };

/** Every face with its place. All lists are of one length. */
export interface Chart {
  /** The faces' keys in the library. */
  readonly keys: Uint32Array;
  readonly memes: readonly string[];
  /** Frames of animated images, 0 for stills. */
  readonly frames: Uint16Array;
  /** Index of the expression that each wears. */
  readonly worn: Uint16Array;
  /** x and y of each. */
  readonly points: Float32Array;
  /** x and y of each named expression. */
  readonly names: Float32Array;
}

export interface Neighbour {
  readonly key: number;
  readonly meme: string;
  /** Between the embeddings, 0 to 2. */
  readonly distance: number;
}

/** From the worker. */
export type News =
  /** 0 to 1. */
  | { readonly type: 'progress'; readonly part: number }
  | { readonly type: 'chart'; readonly chart: Chart }
  | { readonly type: 'near'; readonly key: number; readonly neighbours: readonly Neighbour[] }
  | { readonly type: 'failed'; readonly message: string };
