/** @vladmandic/face-api: tiny detector, 68 landmarks by its tiny network, seven expressions. */
import * as faceapi from '@vladmandic/face-api';

/** The tfjs inside, of which the package's types tell a part only. */
interface Backends {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  enableProdMode(): void;
}

/** Pixels a side that the detector sees. The smallest that finds every face of the film; its own default is 416. */
const INPUT_SIZE = 160;

const options = new faceapi.TinyFaceDetectorOptions({ inputSize: INPUT_SIZE, scoreThreshold: 0.5 });
const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true });

globalThis.contender = {
  async start(backend) {
    const tf = faceapi.tf as unknown as Backends;
    tf.setWasmPaths('/tfjs/');
    tf.enableProdMode();
    await tf.setBackend(backend);
    await tf.ready();
    if (tf.getBackend() !== backend) throw new Error(`${backend} did not start.`);
    const { tinyFaceDetector, faceLandmark68TinyNet, faceExpressionNet } = faceapi.nets;
    for (const net of [tinyFaceDetector, faceLandmark68TinyNet, faceExpressionNet]) await net.loadFromUri('/face-api/');
    return `${backend}, detector at ${INPUT_SIZE} px`;
  },

  async look(frame) {
    if (canvas.width !== frame.width) Object.assign(canvas, { width: frame.width, height: frame.height });
    context?.drawImage(frame, 0, 0);
    const face = await faceapi.detectSingleFace(canvas, options).withFaceLandmarks(true).withFaceExpressions();
    return { found: face !== undefined && face.landmarks.positions.length === 68 };
  },
};
