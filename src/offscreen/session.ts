/** One stretch of watching, from the camera's light going on to its going out. Reads like the graph of the design. */
import type { Engine, Look } from '../engine/index.ts';
import type { Camera, LiveEvent } from '../messages/index.ts';
import { listCameras, type OpenCamera, openCamera } from './camera.ts';
import type { Gallery } from './gallery.ts';
import { mark } from './mark.ts';
import { createMotionSense } from './motion.ts';
import { createPace } from './pace.ts';
import type { Preview } from './preview-line.ts';
import { createScene } from './scene.ts';
import type { Taste } from './taste.ts';
import type { Teaching } from './teaching.ts';

/** What understanding a frame takes. */
export interface Eyes {
  readonly engine: Engine;
  readonly gallery: Gallery;
  readonly taste: Taste;
}

export interface SessionParts {
  /** Device id, empty for any. */
  readonly camera: string;
  /** Loads the models and the library; the preview does not wait for it. */
  readonly open: () => Promise<Eyes>;
  /** What was seen in the frame of this number. */
  readonly see: (frame: number, look: Look, eyes: Eyes) => void;
  readonly preview: Preview;
  /** Learns from every look; while it does, the pace waits. */
  readonly teaching: Pick<Teaching, 'active' | 'saw'>;
  readonly tell: (event: LiveEvent) => void;
  /** Aborting puts the light out. */
  readonly signal: AbortSignal;
}

/**
 * Watches until `signal` is aborted, or the camera stops by itself.
 * @throws CameraError, EngineError, LibraryError
 */
export async function watch(parts: SessionParts): Promise<void> {
  const { signal, tell } = parts;
  // Both at once; what becomes of the models is asked for when there is a camera.
  const opening = parts.open().then(
    (eyes) => ({ eyes }),
    (error: unknown) => ({ error }),
  );
  const camera = await openCamera(parts.camera);
  mark('camera');
  signal.addEventListener('abort', () => camera.stop(), { once: true });
  if (signal.aborted) camera.stop();

  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    failures.push(error);
    camera.stop();
  };
  let eyes: Eyes | undefined;
  void opening
    .then((outcome) => {
      if ('error' in outcome) throw outcome.error;
      eyes = outcome.eyes;
      eyes.engine.beginAnew();
      mark('eyes');
      return announce(camera, eyes, tell);
    })
    .catch(fail);

  await show(camera, () => eyes, parts, fail).catch(fail);
  camera.stop();
  if (failures.length > 0) throw failures[0];
  if (!signal.aborted) tell({ type: 'state', state: { phase: await lossOf() } });
}

async function announce(camera: OpenCamera, { engine, gallery }: Eyes, tell: SessionParts['tell']): Promise<void> {
  const { id, label } = camera;
  const watching = (cameras: readonly Camera[]): void => {
    const { backend } = engine;
    const memes = gallery.memes();
    tell({ type: 'state', state: { phase: 'watching', camera: { id, label }, cameras: [...cameras], backend, memes } });
  };
  // The list of cameras takes its time; the first matches do not wait for it.
  watching([{ id, label }]);
  watching(await listCameras());
}

/** A stream that ends by itself: the camera went, or the permission was taken back. */
async function lossOf(): Promise<'camera-lost' | 'permission-denied' | 'permission-needed'> {
  const { state } = await navigator.permissions.query({ name: 'camera' });
  if (state === 'granted') return 'camera-lost';
  return state === 'denied' ? 'permission-denied' : 'permission-needed';
}

/**
 * Every frame that shows a change is shown; one that comes while the last is still looked at, or before it is time, is
 * only shown. While nothing stirs, a frame is shown when it is time to look again.
 */
async function show(
  camera: OpenCamera,
  eyes: () => Eyes | undefined,
  { preview, teaching, see, tell }: SessionParts,
  fail: (error: unknown) => void,
): Promise<void> {
  const pace = createPace();
  const motionOf = createMotionSense();
  const scene = createScene();
  let number = 0;
  let memes = 0;
  let backend = '';
  for await (const frame of camera.frames()) {
    number += 1;
    if (number === 1) mark('frame');
    const isDue = teaching.active() || pace.isDue(performance.now());
    if (!(await scene.stirred(frame)) && !isDue) {
      frame.close();
      continue;
    }
    const bitmap = await createImageBitmap(frame).finally(() => frame.close());
    preview.publish(number, bitmap);
    const open = eyes();
    const looking = open && isDue ? open.engine.look(bitmap) : undefined;
    if (!open || !looking) {
      bitmap.close();
      continue;
    }
    const shown = number;
    looking
      .then((look) => {
        pace.saw(motionOf(look), performance.now());
        teaching.saw(look);
        see(shown, look, open);
        if (memes === 0) mark('look');
        // A GPU that is lost gives way to another backend in the middle.
        if (open.gallery.memes() !== memes || open.engine.backend !== backend) {
          memes = open.gallery.memes();
          backend = open.engine.backend;
          return announce(camera, open, tell);
        }
      })
      .catch(fail)
      .finally(() => bitmap.close());
  }
}
