/** Where camera frames come in. */
import { isPreviewFrame, PREVIEW_CHANNEL, type PreviewFrame } from '../messages/index.ts';

/** Calls `receive` with every frame; the receiver closes its bitmap. Returns the function that ends it. */
export function openPreviewLine(receive: (frame: PreviewFrame) => void): () => void {
  const channel = new BroadcastChannel(PREVIEW_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isPreviewFrame(data)) receive(data);
  };
  return () => channel.close();
}
