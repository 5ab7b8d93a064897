/** The page in which `npm run embed` runs the engine. */
import { createEngine, DecodeError, type EmbeddedFace, type Engine } from '../../../src/engine/index.ts';
import type { FaceRecord } from '../result.ts';
import type { Reply } from './protocol.ts';

let engine: Engine | undefined;

/** Nine significant digits give every float32 back exactly. */
const exact = (value: number): number => Number(value.toPrecision(9));
/** A hundredth of a pixel. */
const pixel = (value: number): number => Math.round(value * 100) / 100;

const record = ({ frame, box, score, keypoints, embedding }: EmbeddedFace): FaceRecord => ({
  frame,
  box: [pixel(box.x), pixel(box.y), pixel(box.width), pixel(box.height)],
  score: exact(score),
  keypoints: keypoints.map(([x, y]) => [pixel(x), pixel(y)] as const),
  embedding: Array.from(embedding, exact),
});

async function fetched(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new DecodeError('unreadable', await response.text());
  return response.blob();
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A picture to warm up with: the first one indexed loads the second detector. */
function blank(): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 64);
  canvas.getContext('2d')?.fillRect(0, 0, 64, 64);
  return canvas.convertToBlob();
}

globalThis.startEngine = async () => {
  try {
    // One backend on every machine, and the only one that needs no GPU: the same file gives the same numbers anywhere.
    engine = await createEngine({ assets: new URL('/assets/', location.href).href, backend: 'wasm' });
    await engine.index(await blank());
    return null;
  } catch (error) {
    return reasonOf(error);
  }
};

globalThis.embedPicture = async (address): Promise<Reply> => {
  try {
    if (!engine) throw new Error('the engine has not been started');
    const { width, height, frames, faces, looks } = await engine.index(await fetched(address));
    return { picture: { width, height, frames, faces: faces.map(record) }, looks };
  } catch (error) {
    return { error: reasonOf(error), broken: !(error instanceof DecodeError) };
  }
};
