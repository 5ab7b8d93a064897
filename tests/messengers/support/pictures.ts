/** What a user gets of a picture that was sent. */
import type { Tab } from './tab.ts';

/** The bytes behind an address, fetched by the page. */
export async function download(tab: Tab, url: string): Promise<Buffer> {
  const base64 = await tab.evaluate(async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, url);
  return Buffer.from(base64, 'base64');
}

/** How many pixels of two pictures differ in any channel; rejects when their sizes do. */
export function differingPixels(tab: Tab, one: Buffer, other: Buffer): Promise<number> {
  return tab.evaluate(
    async (pictures) => {
      const draw = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        if (!context) throw new Error('no 2d context');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = await Promise.all(pictures.map(draw));
      if (!a || !b || a.width !== b.width || a.height !== b.height) throw new Error('the sizes differ');
      const pixels = new Uint32Array(a.data.buffer);
      const others = new Uint32Array(b.data.buffer);
      return pixels.filter((pixel, index) => pixel !== others[index]).length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
