/** @vladmandic/human: seven emotions, and the description (1024 numbers, trained to tell people, age and gender). */
import Human, { type Config } from '@vladmandic/human';
import { onCanvas, servePeer } from './serve-peer.ts';

const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'];

const off = { enabled: false };
/** Every picture is another one: nothing is carried over from the last. */
const eachTime = { skipFrames: 0, skipTime: 0 };

const config: Partial<Config> = {
  backend: 'wasm',
  wasmPath: '/tfjs/',
  modelBasePath: '/human/',
  cacheModels: false,
  cacheSensitivity: 0,
  debug: false,
  warmup: 'none',
  filter: { ...off, autoBrightness: false, return: false },
  gesture: off,
  body: off,
  hand: off,
  object: off,
  segmentation: off,
  face: {
    enabled: true,
    detector: { ...eachTime, maxDetected: 4, minConfidence: 0.1, rotation: true },
    mesh: { enabled: true },
    attention: off,
    iris: off,
    antispoof: off,
    liveness: off,
    emotion: { enabled: true, minConfidence: 0, ...eachTime },
    description: { enabled: true, minConfidence: 0, ...eachTime },
  },
};

let human: Human | undefined;
const canvas = document.createElement('canvas');

servePeer({
  async start() {
    human = new Human(config);
    await human.load();
    if (human.tf.getBackend() !== 'wasm') throw new Error('WASM did not start.');
  },

  async describe(picture) {
    if (!human) throw new Error('Not started.');
    const pixels = human.tf.browser.fromPixels(
      onCanvas(canvas, picture).getImageData(0, 0, picture.width, picture.height),
    );
    const { face } = await human.detect(pixels);
    human.tf.dispose(pixels);
    const [largest] = face.toSorted((a, b) => b.box[2] * b.box[3] - a.box[2] * a.box[3]);
    if (largest?.embedding?.length !== 1024) return null;
    const emotions = EMOTIONS.map((name) => largest.emotion?.find(({ emotion }) => emotion === name)?.score ?? 0);
    return [...emotions, ...largest.embedding];
  },
});
