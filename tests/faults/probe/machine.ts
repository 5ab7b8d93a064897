/** Camera and GPU of the offscreen document, and its way from nothing to the first match. */
import { KEY, type Steps } from './steps.ts';

export interface Machine {
  /** Takes the camera away. What asks for one meanwhile hears that there is none. */
  unplug(): void;
  plugIn(): void;
  /** Loses every WebGL context and destroys every WebGPU device; returns how many those were. */
  loseGpu(): number;
}

type Context = { getExtension?: (name: string) => { loseContext(): void } | null } | null;
type GetContext = (this: unknown, ...args: unknown[]) => Context;

export function watchMachine(steps: Steps): Machine {
  endAtMark();
  countPictures(steps);
  return { ...watchCamera(), loseGpu: watchGpu() };
}

/** Gurn marks its progress for those who measure. The mark at which to end is in the storage that all views share. */
function endAtMark(): void {
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const made = mark(name, options);
    if (localStorage.getItem(KEY) === name) {
      localStorage.removeItem(KEY);
      globalThis.close();
    }
    return made;
  };
}

/** Decoding is where the search of a picture begins; faces and embeddings follow it. */
function countPictures(steps: Steps): void {
  const create = globalThis.createImageBitmap.bind(globalThis) as (...args: unknown[]) => Promise<ImageBitmap>;
  globalThis.createImageBitmap = ((...args: unknown[]) => {
    if (args[0] instanceof Blob) steps.take('a picture is decoded');
    return create(...args);
  }) as typeof createImageBitmap;
}

function watchCamera(): Omit<Machine, 'loseGpu'> {
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const tracks = new Set<MediaStreamTrack>();
  let plugged = true;
  mediaDevices.getUserMedia = async (constraints) => {
    if (!plugged) throw new DOMException('Requested device not found', 'NotFoundError');
    const stream = await open(constraints);
    for (const track of stream.getTracks()) tracks.add(track);
    return stream;
  };
  const change = (now: boolean): void => {
    plugged = now;
    mediaDevices.dispatchEvent(new Event('devicechange'));
  };
  return {
    unplug() {
      for (const track of tracks) track.stop();
      tracks.clear();
      change(false);
    },
    plugIn: () => change(true),
  };
}

function watchGpu(): () => number {
  const contexts = new Set<NonNullable<Context>>();
  const devices = new Set<GPUDevice>();
  for (const canvas of [HTMLCanvasElement.prototype, OffscreenCanvas.prototype]) {
    const getContext = canvas.getContext as GetContext;
    Object.defineProperty(canvas, 'getContext', {
      value(this: unknown, ...args: unknown[]) {
        const context = getContext.apply(this, args);
        if (context && /^webgl/.test(String(args[0]))) contexts.add(context);
        return context;
      },
    });
  }
  if ('GPUAdapter' in globalThis) {
    const request = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...args) {
      const device = await request.apply(this, args);
      devices.add(device);
      return device;
    };
  }
  return () => {
    const lost = contexts.size + devices.size;
    for (const context of contexts) context.getExtension?.('WEBGL_lose_context')?.loseContext();
    for (const device of devices) device.destroy();
    contexts.clear();
    devices.clear();
    return lost;
  };
}
