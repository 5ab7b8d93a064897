/** The memes' side of the pipeline: bytes → decode → both detectors → aligner → embedder. */
import { alignFace } from './aligner.ts';
import { type DecodedFrame, decodeImage } from './decode/index.ts';
import type { Embedder } from './embedder.ts';
import { fingerprint } from './fingerprint.ts';
import { FrameBuffer } from './frameBuffer.ts';
import { type Detectors, findFaces, type Search } from './imageSearch.ts';
import { scaled } from './scaled.ts';
import { distanceBetween } from './smoother.ts';
import { largestFirst } from './suppress.ts';
import type { EmbeddedFace, IndexedImage } from './types.ts';

export interface IndexerParts {
  readonly detectors: Detectors;
  readonly embedder: Embedder;
  /** Faces of an animation nearer than this are one expression. */
  readonly distinct: number;
}

/**
 * The faces of an image's bytes. Of an animation, every distinct expression once.
 * @param onFirst is shown the first frame while it is open
 * @throws DecodeError, EngineError
 */
export async function indexImage(
  blob: Blob,
  parts: IndexerParts,
  onFirst?: (frame: ImageBitmap) => void,
): Promise<IndexedImage> {
  const image = await decodeImage(blob);
  const { type, width, height, animated, frameCount, scale } = image;
  try {
    const faces: EmbeddedFace[] = [];
    let looks = 0;
    let print = '';
    for await (const frame of image.frames()) {
      if (print === '') {
        print = fingerprint(frame.bitmap);
        onFirst?.(frame.bitmap);
      }
      const search = searchFrame(frame, parts);
      looks += search.looks;
      const found = await embedded(frame, search, parts.embedder);
      faces.push(...(animated ? found.filter((face) => !isKnown(face, faces, parts.distinct)) : found));
    }
    const inPicture = largestFirst(faces.map((face) => scaled(face, 1 / scale)));
    return { width, height, type, animated, frames: frameCount, faces: inPicture, looks, fingerprint: print };
  } finally {
    image.close();
  }
}

const searchFrame = ({ bitmap }: DecodedFrame, { detectors }: IndexerParts): Search =>
  findFaces(detectors, { image: bitmap, width: bitmap.width, height: bitmap.height });

async function embedded(
  { index, bitmap }: DecodedFrame,
  { faces }: Search,
  embedder: Embedder,
): Promise<EmbeddedFace[]> {
  if (faces.length === 0) return [];
  const pixels = new FrameBuffer(Number.POSITIVE_INFINITY).copy(bitmap);
  const embeddings = await embedder.embed(faces.map(({ keypoints }) => alignFace(pixels, keypoints)));
  return faces.flatMap((find, i) => {
    const embedding = embeddings[i];
    return embedding ? [{ ...find, frame: index, embedding }] : [];
  });
}

const isKnown = (face: EmbeddedFace, faces: readonly EmbeddedFace[], distinct: number): boolean =>
  faces.some(({ embedding }) => distanceBetween(embedding, face.embedding) < distinct);
