/** What the page measures, and what comes of it. */

/** At one size of the library. */
export interface MemesPoint {
  readonly memes: number;
  /** Milliseconds to read all faces into the matcher, once, at the start. */
  readonly openMs: number;
  /** Milliseconds to rank the memes for one camera frame. */
  readonly searchMs: number;
  /** Megabytes of the page's process, less what it held before. */
  readonly memoryMb: number;
}

/** With so many people in front of the camera. */
export interface FacesPoint {
  readonly faces: number;
  /** How many of them the detector saw. */
  readonly found: number;
  readonly lookMs: number;
  /** Megabytes of the page's process, with the models. */
  readonly memoryMb: number;
}

export interface Person {
  readonly photo: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

declare global {
  /** In the page: adds made-up memes with a face each, from number `from` up to `to`. */
  var fillLibrary: (from: number, to: number, model: string, means: readonly (readonly number[])[]) => Promise<void>;
  /** Milliseconds. */
  var openMemes: (model: string) => Promise<number>;
  /** Median milliseconds of a search. */
  var searchMemes: (means: readonly (readonly number[])[]) => number;
  var openEye: () => Promise<void>;
  /** Shows these people at once, `frames` times. */
  var lookAt: (people: readonly Person[], frames: number) => Promise<{ found: number; ms: number }>;
}
