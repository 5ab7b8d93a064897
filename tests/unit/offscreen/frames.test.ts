import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openFrames } from '../../../src/offscreen/frames.ts';

/** A camera as Chromium's: a frame takes its time, and one that arrives after the stream was cancelled is never closed. */
class SlowCamera {
  static readonly every = 33;
  taken = 0;
  closed = 0;
  running = true;
  cancelled = false;
  readonly readable = new ReadableStream<VideoFrame>(
    {
      pull: async (controller) => {
        if (!this.running) return new Promise(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, SlowCamera.every));
        this.taken += 1;
        const close = (): void => {
          this.closed += 1;
        };
        if (!this.cancelled) controller.enqueue({ close } as VideoFrame);
      },
      cancel: () => {
        this.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
}

let camera: SlowCamera;
beforeEach(() => {
  vi.useFakeTimers();
  camera = new SlowCamera();
  vi.stubGlobal('MediaStreamTrackProcessor', function Processor() {
    return camera;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const track = {} as MediaStreamTrack;

/** Reads until the stream ends, each frame closed at once. */
async function readAll(frames: ReturnType<typeof openFrames>): Promise<number> {
  let read = 0;
  for await (const frame of frames.read()) {
    frame.close();
    read += 1;
  }
  return read;
}

describe('the frames of a camera', () => {
  it('are all closed when the last is still on its way', async () => {
    const frames = openFrames(track);
    const reading = readAll(frames);
    await vi.advanceTimersByTimeAsync(2.5 * SlowCamera.every);
    const ending = frames.end();
    await vi.advanceTimersByTimeAsync(SlowCamera.every);
    await ending;
    expect(await reading).toBe(2);
    expect([camera.taken, camera.closed]).toEqual([3, 3]);
  });

  it('end while one is being looked at, and no other is read', async () => {
    const frames = openFrames(track);
    const reader = frames.read();
    const first = reader.next();
    await vi.advanceTimersByTimeAsync(SlowCamera.every);
    (await first).value?.close();
    await frames.end();
    expect(await reader.next()).toEqual({ value: undefined, done: true });
    expect([camera.taken, camera.closed]).toEqual([1, 1]);
  });

  it('end before the first is read', async () => {
    const frames = openFrames(track);
    await frames.end();
    expect(await readAll(frames)).toBe(0);
  });

  it('end within a fraction of a second when none comes any more', async () => {
    camera.running = false;
    const frames = openFrames(track);
    const reading = readAll(frames);
    const ending = frames.end();
    await vi.advanceTimersByTimeAsync(250);
    await ending;
    expect(await reading).toBe(0);
  });
});
