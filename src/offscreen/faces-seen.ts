/** The last faces that were looked at, by the number of their frame: a view speaks of a face it has seen. */
import type { Embedding } from '../engine/index.ts';

/** Some ten seconds of a moving face. */
const MOST = 256;

export interface FacesSeen {
  saw(frame: number, face: Embedding): void;
  at(frame: number): Embedding | undefined;
  clear(): void;
}

export function createFacesSeen(): FacesSeen {
  const faces = new Map<number, Embedding>();
  return {
    saw(frame, face) {
      // The one to come may be written into the same buffer.
      faces.set(frame, face.slice());
      const [oldest] = faces.keys();
      if (faces.size > MOST && oldest !== undefined) faces.delete(oldest);
    },
    at: (frame) => faces.get(frame),
    clear: () => faces.clear(),
  };
}
