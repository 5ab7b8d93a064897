/** The field's terms, as types. */
import type { Prototype } from './expressions.ts';

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

/** A face where a person drew a box. */
export interface DrawnFace extends EmbeddedFace {
  /** Whether a detector saw it, now that it was told where to look; else its keypoints are where faces have theirs. */
  readonly found: boolean;
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
  /** How often a detector looked at it, all frames together. */
  readonly looks: number;
  /** Perceptual hash of the first frame, 16 hexadecimal digits: see fingerprint.ts. */
  readonly fingerprint: string;
}

export type BackendName = 'webgpu' | 'webgl' | 'wasm';

/** Milliseconds per embedding of each backend that works here, measured once and remembered by the caller. */
export interface BackendMeasurement {
  readonly model: string;
  readonly userAgent: string;
  readonly ms: Readonly<Partial<Record<BackendName, number>>>;
}

/** How alike a face is to a named expression, 0 to 1; the likenesses of all names add up to 1. */
export interface NamedExpression {
  readonly name: string;
  readonly likeness: number;
}

/** What a camera frame may be. A VideoFrame stays the caller's to close. */
export type Frame = Exclude<CanvasImageSource, SVGImageElement> | ImageData;

/** One camera frame, understood. */
export interface Look {
  readonly width: number;
  readonly height: number;
  /** Largest first, in the frame's pixels, unmirrored. The largest is the one that counts. */
  readonly faces: readonly Detection[];
  /** Of the largest face, smoothed over the last frames; null when no face is in view. */
  readonly embedding: Embedding | null;
  /** As this one frame shows it, unsmoothed: for whoever wants many independent looks at a face. */
  readonly rawEmbedding: Embedding | null;
  /** What the face says in words, likeliest first; empty without a face or without prototypes. */
  readonly expressions: readonly NamedExpression[];
  readonly light: 'ok' | 'dark';
  /** The face has just changed, and `embedding` follows once the next look confirms it: look again soon. */
  readonly unsettled: boolean;
  /** How long the same expression has been held, in milliseconds; 0 for a neutral face and without a face. */
  readonly heldMs: number;
  /** Milliseconds. */
  readonly timings: { readonly detect: number; readonly align: number; readonly embed: number };
}

export interface Engine {
  /** The embedder's version: vectors of different versions do not compare. */
  readonly model: string;
  /** The expressions that have names; empty without prototypes. */
  readonly expressions: readonly Prototype[];
  /** What the embedder runs on now; changes when a backend fails on the way. */
  readonly backend: BackendName;
  /** Why a backend is not used: its name and what went wrong. */
  readonly refused: readonly { readonly backend: BackendName; readonly reason: string }[];
  /** To be remembered and given to the next `createEngine`. */
  readonly measured: BackendMeasurement;
  /** Of 100 random faces, how many are farther than `distance`, 0 to 100. */
  closeness(distance: number): number;
  /** The named expressions of an embedding, likeliest first; empty without prototypes. */
  name(embedding: Embedding): readonly NamedExpression[];
  /** The camera was opened anew: the next look is neither steadied by earlier ones nor part of what they saw held. */
  beginAnew(): void;
  /** Looks at a camera frame; undefined when one is in flight: this one is dropped. */
  look(frame: Frame): Promise<Look> | undefined;
  /**
   * Finds and embeds the faces of an image's bytes, all frames of an animation included.
   * @param onFirst is shown the first frame, upright, while it is open: for whoever wants a small picture of it
   * @throws DecodeError, EngineError
   */
  index(blob: Blob, onFirst?: (frame: ImageBitmap) => void): Promise<IndexedImage>;
  /**
   * Embeds the face in a box (pixels of the upright picture) that a person drew, in the first frame: see drawnFace.ts.
   * @throws DecodeError, EngineError
   */
  embedBox(blob: Blob, box: Box): Promise<DrawnFace>;
  /** Frees the models. The engine must not be used afterwards. */
  dispose(): void;
}
