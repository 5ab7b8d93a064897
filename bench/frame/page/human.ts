/** @vladmandic/human: detector, mesh, emotion and description (an embedding of who it is, with age and gender). */
import Human, { type Config } from '@vladmandic/human';

const off = { enabled: false };
/** A face is a new one after a cut, which Human notices by itself; until then the mesh is followed from frame to frame. */
const followed = { skipFrames: 99, skipTime: 60 * 60_000 };
/** What the camera shows now is asked for, not what it showed a second ago. */
const everyFrame = { enabled: true, skipFrames: 0, skipTime: 0 };

const settingsFor = (backend: Config['backend']): Partial<Config> => ({
  backend,
  wasmPath: '/tfjs/',
  modelBasePath: '/human/',
  cacheModels: false,
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
    detector: { ...followed, maxDetected: 1, rotation: false },
    mesh: { enabled: true },
    attention: off,
    iris: off,
    antispoof: off,
    liveness: off,
    emotion: everyFrame,
    description: everyFrame,
  },
});

let human: Human | undefined;
const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

globalThis.contender = {
  async start(backend) {
    human = new Human(settingsFor(backend));
    await human.load();
    if (human.tf.getBackend() !== backend) throw new Error(`${backend} did not start.`);
    return `${backend}, the face followed from frame to frame, no filters`;
  },

  async look(frame) {
    if (!human || !context) throw new Error('Not started.');
    // Its own way over three canvases takes longer.
    Object.assign(context.canvas, { width: frame.width, height: frame.height });
    context.drawImage(frame, 0, 0);
    const pixels = human.tf.browser.fromPixels(context.getImageData(0, 0, frame.width, frame.height));
    const { face } = await human.detect(pixels);
    human.tf.dispose(pixels);
    const [first] = face;
    return { found: Boolean(first && first.mesh.length > 400 && first.emotion?.length && first.embedding?.length) };
  },
};
