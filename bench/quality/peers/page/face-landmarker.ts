/** MediaPipe's FaceLandmarker: 52 blendshapes and 478 landmarks in three dimensions. */
import { FaceLandmarker } from '@mediapipe/tasks-vision';
import { servePeer } from './serve-peer.ts';

/** As lenient as it may be: a face that is not found counts as chance. */
const LEAST = 0.1;

let task: FaceLandmarker | undefined;

/** Width of the landmarks' box: the largest face is meant. */
function widthOf(landmarks: readonly { readonly x: number }[]): number {
  const xs = landmarks.map(({ x }) => x);
  return Math.max(...xs) - Math.min(...xs);
}

servePeer({
  async start() {
    const fileset = {
      wasmLoaderPath: '/assets/wasm/vision_wasm_internal.js',
      wasmBinaryPath: '/assets/wasm/vision_wasm_internal.wasm',
    };
    task = await FaceLandmarker.createFromOptions(fileset, {
      baseOptions: { modelAssetPath: '/face_landmarker.task', delegate: 'CPU' },
      runningMode: 'IMAGE',
      numFaces: 4,
      minFaceDetectionConfidence: LEAST,
      minFacePresenceConfidence: LEAST,
      outputFaceBlendshapes: true,
    });
  },

  async describe(picture) {
    if (!task) throw new Error('Not started.');
    const { faceLandmarks, faceBlendshapes } = task.detect(picture);
    const widths = faceLandmarks.map(widthOf);
    const largest = widths.indexOf(Math.max(...widths));
    const [landmarks, shapes] = [faceLandmarks[largest], faceBlendshapes[largest]];
    if (!landmarks || !shapes) return null;
    // x is told in parts of the width, y of the height, z in parts of the width.
    const { width, height } = picture;
    const points = landmarks.flatMap(({ x, y, z }) => [x * width, y * height, z * width]);
    return [...shapes.categories.map(({ score }) => score), ...points];
  },
});
