/** Where camera frames come in: in Firefox from the engine's frame in this very document. */
import { isPreviewFrame, type PreviewFrame } from '../messages/index.ts';

/** Calls `receive` with every frame; the receiver closes its bitmap. Returns the function that ends it. */
export function openPreviewLine(receive: (frame: PreviewFrame) => void): () => void {
  const over = new AbortController();
  const onMessage = ({ data, origin }: MessageEvent<unknown>): void => {
    if (origin === location.origin && isPreviewFrame(data)) receive(data);
  };
  addEventListener('message', onMessage, { signal: over.signal });
  return () => over.abort();
}
