/** Milliseconds for one file: several times what the dearest legal one takes on a busy machine. */
export const DEFAULT_LIMIT_MS = 60_000;

/** One line of `npm run embed`. */
export interface EmbedResult {
  /** The path as given, or as found below a given folder. */
  readonly file: string;
  /** Pixels, upright. Null when the file failed, as is `frames`. */
  readonly width: number | null;
  readonly height: number | null;
  /** Frames in the file, 1 for a still. */
  readonly frames: number | null;
  /** Largest first; empty when the file failed. */
  readonly faces: readonly FaceRecord[];
  /** Why the file failed. */
  readonly error: string | null;
}

export interface FaceRecord {
  /** Which frame of the file, 0 for a still. */
  readonly frame: number;
  /** x, y, width, height in pixels. */
  readonly box: readonly [number, number, number, number];
  /** The detector's confidence, 0 to 1. */
  readonly score: number;
  /** Pixels: right eye, left eye, nose tip, mouth centre, right ear, left ear. */
  readonly keypoints: readonly (readonly [number, number])[];
  /** 64 floats of unit length. */
  readonly embedding: readonly number[];
}

export const failed = (file: string, error: string): EmbedResult => ({
  file,
  width: null,
  height: null,
  frames: null,
  faces: [],
  error,
});
