/** A camera track as a stream of frames. */

export interface Frames {
  /** Frames as they come, the newest only: what is not read in time is dropped. Ends when the track or `end` does. */
  read(): AsyncGenerator<VideoFrame, void>;
  /** Resolves when no frame comes any more, and the track may be stopped. */
  end(): Promise<void>;
}

/** Milliseconds that the last frame is waited for: a camera in the dark takes 100 from one to the next. */
const LAST_FRAME = 200;

/**
 * A frame that is on its way when its stream is cancelled reaches nobody who could close it, and Chromium gives a camera's
 * next readers no frame while such a one is not collected as garbage: 11 to 26 seconds were seen. So a read that has begun
 * is waited for. A read that waits for a stopped track would wait for ever, so the track is stopped last.
 */
export function openFrames(track: MediaStreamTrack): Frames {
  // A video track, which only the type does not tell.
  const { readable } = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack, maxBufferSize: 1 });
  const reader = readable.getReader();
  let reading: Promise<unknown> = Promise.resolve();
  let ended = false;

  async function next(): Promise<VideoFrame | undefined> {
    const { value } = await reader.read();
    if (!ended) return value;
    value?.close();
    return undefined;
  }

  return {
    async *read() {
      while (!ended) {
        const frame = next();
        reading = frame;
        const value = await frame;
        if (!value) return;
        yield value;
      }
    },
    async end() {
      ended = true;
      await Promise.race([reading, new Promise((resolve) => setTimeout(resolve, LAST_FRAME))]);
      await reader.cancel();
    },
  };
}
