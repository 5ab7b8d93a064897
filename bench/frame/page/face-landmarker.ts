/** MediaPipe's FaceLandmarker: 478 landmarks and 52 blendshapes. */
import { FaceLandmarker } from '@mediapipe/tasks-vision';

let task: FaceLandmarker | undefined;

globalThis.contender = {
  async start(backend) {
    const delegate = backend === 'wasm' ? 'CPU' : 'GPU';
    const fileset = {
      wasmLoaderPath: '/assets/wasm/vision_wasm_internal.js',
      wasmBinaryPath: '/assets/wasm/vision_wasm_internal.wasm',
    };
    task = await FaceLandmarker.createFromOptions(fileset, {
      baseOptions: { modelAssetPath: '/face_landmarker.task', delegate },
      // The face is followed from frame to frame: the detector runs when it was lost.
      runningMode: 'VIDEO',
      numFaces: 1,
      outputFaceBlendshapes: true,
    });
    return `delegate ${delegate}, video mode (the face followed from frame to frame), blendshapes`;
  },

  async look(frame) {
    if (!task) throw new Error('Not started.');
    const { faceLandmarks, faceBlendshapes } = task.detectForVideo(frame, performance.now());
    return { found: faceLandmarks.length === 1 && faceBlendshapes.length === 1 };
  },
};
