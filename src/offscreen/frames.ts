/** A camera track as a stream of frames. */

export interface Frames {
  /** Frames as they come, the newest only: what is not read in time is dropped. Ends when the track or `end` does. */
  read(): AsyncGenerator<VideoFrame, void>;
  end(): void;
}

export function openFrames(track: MediaStreamTrack): Frames {
  // A video track, which only the type does not tell.
  const { readable } = new MediaStreamTrackProcessor({ track: track as MediaStreamVideoTrack, maxBufferSize: 1 });
  const reader = readable.getReader();
  return {
    read: () => framesOf(reader),
    // A read that waits would wait for ever on some tracks that were stopped before their first frame.
    end: () => void reader.cancel(),
  };
}

async function* framesOf(reader: ReadableStreamDefaultReader<VideoFrame>): AsyncGenerator<VideoFrame, void> {
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
