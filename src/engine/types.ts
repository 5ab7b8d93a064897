/** The field's terms, as types. */

/** Pixels: x to the right, y down, the picture's top-left corner at (0, 0). */
export type Point = readonly [x: number, y: number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A face as BlazeFace finds it. Six keypoints: 0 right eye, 1 left eye, 2 nose tip, 3 mouth centre, 4 right ear,
 * 5 left ear (the subject's right and left).
 */
export interface Detection {
  readonly box: Box;
  readonly score: number;
  readonly keypoints: readonly Point[];
}

/** 64 floats of unit length. */
export type Embedding = Float32Array<ArrayBuffer>;

export interface EmbeddedFace extends Detection {
  /** Which decoded frame of the image it was found in, 0 for a still. */
  readonly frame: number;
  readonly embedding: Embedding;
}

/** A picture searched for faces: what indexing yields. */
export interface IndexedImage {
  readonly width: number;
  readonly height: number;
  /** MIME type found in the bytes, not the claimed one. */
  readonly type: string;
  readonly animated: boolean;
  /** Frames in the file. */
  readonly frames: number;
  /** Largest face first. */
  readonly faces: readonly EmbeddedFace[];
}

export type BackendName = 'webgpu' | 'webgl' | 'wasm';

/** Milliseconds per embedding of each backend that works here, measured once and remembered by the caller. */
export interface BackendMeasurement {
  readonly model: string;
  readonly userAgent: string;
  readonly ms: Readonly<Partial<Record<BackendName, number>>>;
}
