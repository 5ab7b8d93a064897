/** BlazeFace through MediaPipe's tasks-vision: the one place that knows it. */
import { FaceDetector } from '@mediapipe/tasks-vision';
import { EngineError, reasonOf } from './errors.ts';
import { pixelCanvas } from './pixelGl.ts';
import type { Detection, Point } from './types.ts';
import { drawView, fromView, type Picture, type View } from './view.ts';

/** Pixels a side that each network sees. */
const INPUT_SIZE = { short_range: 128, full_range_sparse: 192 } as const;

/** `short_range` sees faces at arm's length and close-ups; `full_range_sparse` small and distant ones. */
export type DetectorKind = keyof typeof INPUT_SIZE;

/** Finds below this are noise. Callers ask for more. */
const LEAST_SCORE = 0.3;

type Found = ReturnType<FaceDetector['detect']>['detections'][number];

function toDetection({ boundingBox, categories, keypoints }: Found, view: View, size: number): Detection {
  const { originX, originY, width, height } = boundingBox ?? { originX: 0, originY: 0, width: 0, height: 0 };
  const scale = view.side / size;
  const middle: Point = [(originX + width / 2) / size, (originY + height / 2) / size];
  const [x, y] = fromView(view, middle);
  const [boxWidth, boxHeight] = [width * scale, height * scale];
  return {
    // A turned view's box stands upright around the same middle: BlazeFace's boxes are square.
    box: { x: x - boxWidth / 2, y: y - boxHeight / 2, width: boxWidth, height: boxHeight },
    score: categories[0]?.score ?? 0,
    keypoints: keypoints.map((keypoint) => fromView(view, [keypoint.x, keypoint.y])),
  };
}

export class Detector {
  readonly #task: FaceDetector;
  readonly #size: number;

  private constructor(task: FaceDetector, size: number) {
    this.#task = task;
    this.#size = size;
  }

  /**
   * Loads a detector from the assets folder (`assets` ends in a slash).
   * @throws EngineError `detector-failed`
   */
  static async load(kind: DetectorKind, assets: string): Promise<Detector> {
    const fileset = {
      wasmLoaderPath: `${assets}wasm/vision_wasm_internal.js`,
      wasmBinaryPath: `${assets}wasm/vision_wasm_internal.wasm`,
    };
    try {
      const task = await FaceDetector.createFromOptions(fileset, {
        baseOptions: { modelAssetPath: `${assets}models/detectors/${kind}.tflite`, delegate: 'CPU' },
        canvas: pixelCanvas(),
        runningMode: 'IMAGE',
        minDetectionConfidence: LEAST_SCORE,
      });
      return new Detector(task, INPUT_SIZE[kind]);
    } catch (cause) {
      throw new EngineError('detector-failed', `The face detector did not start: ${reasonOf(cause)}`, { cause });
    }
  }

  /** The faces in `view` of `picture`, in the picture's pixels, in no particular order. */
  detect(picture: Picture, view: View): Detection[] {
    const { detections } = this.#task.detect(drawView(picture, view, this.#size));
    return detections.map((found) => toDetection(found, view, this.#size));
  }

  dispose(): void {
    this.#task.close();
  }
}
