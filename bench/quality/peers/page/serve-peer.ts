/** What every peer's page does with a picture: fetch it, decode it, let the peer look, take the time. */
import type { PeerPage } from '../peer.ts';

export function servePeer(peer: PeerPage): void {
  globalThis.peer = peer;
  globalThis.describePicture = async (address) => {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} cannot be read.`);
    const picture = await createImageBitmap(await response.blob());
    const start = performance.now();
    const numbers = await peer.describe(picture);
    const ms = performance.now() - start;
    picture.close();
    return { numbers, ms };
  };
}

/** `picture` on a canvas that is read back and not drawn. */
export function onCanvas(canvas: HTMLCanvasElement, picture: ImageBitmap): CanvasRenderingContext2D {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.drawImage(picture, 0, 0);
  return context;
}
