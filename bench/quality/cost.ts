/** What ships for a description of a face, and how long it takes. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { publicDir, root } from '../../tools/paths.ts';
import type { PeerName } from './peers/peer.ts';

const modules = join(root, 'node_modules/@vladmandic');

const sizeOf = (folder: string, names: RegExp): number =>
  readdirSync(folder)
    .filter((name) => names.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

export interface Bytes {
  /** From the aligned face to its numbers. */
  readonly description: number;
  /** What finds and aligns the face. */
  readonly detection: number;
}

export const ourBytes = (embedder: string): Bytes => ({
  description: sizeOf(embedder, /\.bin$|^model\.json$/),
  detection: sizeOf(join(publicDir, 'models/detectors'), /\.tflite$/),
});

/** MediaPipe's file holds detector, landmarks and blendshapes in one. */
export function peerBytes(peer: PeerName, landmarker: string): Bytes {
  if (peer === 'face-landmarker') return { description: statSync(landmarker).size, detection: 0 };
  if (peer === 'human') {
    const folder = join(modules, 'human/models');
    return {
      description: sizeOf(folder, /^(emotion|faceres)\./),
      detection: sizeOf(folder, /^(blazeface|facemesh)\./),
    };
  }
  const folder = join(modules, 'face-api/model');
  return {
    description: sizeOf(folder, /^face_expression/),
    detection: sizeOf(folder, /^(ssd_mobilenetv1|face_landmark_68_model)/),
  };
}
