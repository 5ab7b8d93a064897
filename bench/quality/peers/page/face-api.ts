/** @vladmandic/face-api: seven expressions, and the 256 features they are told from. */
import * as faceapi from '@vladmandic/face-api';
import { onCanvas, servePeer } from './serve-peer.ts';

/** The tfjs inside, of which the package's types tell a part only. */
interface Backends {
  setWasmPaths(folder: string): void;
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  getBackend(): string;
  enableProdMode(): void;
}

const EXPRESSIONS = ['neutral', 'happy', 'sad', 'angry', 'fearful', 'disgusted', 'surprised'] as const;

/** The quick detector looks first, and its slower one where it sees nothing. */
const quick = new faceapi.TinyFaceDetectorOptions({ inputSize: 320, scoreThreshold: 0.2 });
const thorough = new faceapi.SsdMobilenetv1Options({ minConfidence: 0.1, maxResults: 4 });
const canvas = document.createElement('canvas');

async function featuresOf(face: HTMLCanvasElement): Promise<readonly number[]> {
  const input = await faceapi.toNetInput(face);
  const features = faceapi.tf.tidy(() => faceapi.nets.faceExpressionNet.faceFeatureExtractor.forwardInput(input));
  const numbers = Array.from(await features.data());
  features.dispose();
  return numbers;
}

servePeer({
  async start() {
    const tf = faceapi.tf as unknown as Backends;
    tf.setWasmPaths('/tfjs/');
    tf.enableProdMode();
    await tf.setBackend('wasm');
    await tf.ready();
    if (tf.getBackend() !== 'wasm') throw new Error('WASM did not start.');
    const { tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceExpressionNet } = faceapi.nets;
    for (const net of [tinyFaceDetector, ssdMobilenetv1, faceLandmark68Net, faceExpressionNet]) {
      await net.loadFromUri('/face-api/');
    }
  },

  async describe(picture) {
    onCanvas(canvas, picture);
    const seen = await faceapi.detectAllFaces(canvas, quick).withFaceLandmarks();
    const found = seen.length > 0 ? seen : await faceapi.detectAllFaces(canvas, thorough).withFaceLandmarks();
    const [largest] = found.toSorted((a, b) => b.detection.box.area - a.detection.box.area);
    if (!largest) return null;
    // As its own withFaceExpressions() does: the box that the landmarks give, cut out.
    const [face] = await faceapi.extractFaces(canvas, [largest.alignedRect]);
    if (!face) return null;
    const told = await faceapi.nets.faceExpressionNet.predictExpressions(face);
    if (Array.isArray(told)) throw new Error('One face was asked for.');
    return [...EXPRESSIONS.map((name) => told[name]), ...(await featuresOf(face))];
  },
});
