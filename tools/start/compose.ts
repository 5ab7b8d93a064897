/** The popup where a toolbar popup stands: over the page's right-hand corner. */
import type { Page } from 'playwright-core';

/** Draws the popup's picture over the page's, with a shadow; both PNG, so is the result. */
export async function overPage(page: Page, background: Buffer, popup: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([back, front]) => {
      const load = async (png: string | undefined): Promise<ImageBitmap> =>
        createImageBitmap(new Blob([Uint8Array.from(atob(png ?? ''), (c) => c.charCodeAt(0))]));
      const [under, over] = [await load(back), await load(front)];
      const canvas = Object.assign(document.createElement('canvas'), { width: under.width, height: under.height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no 2d context');
      context.drawImage(under, 0, 0);
      const [x, y] = [under.width - over.width - 24, 12];
      context.shadowColor = 'rgb(0 0 0 / 0.45)';
      context.shadowBlur = 32;
      context.beginPath();
      context.roundRect(x, y, over.width, over.height, 14);
      context.fill();
      context.shadowBlur = 0;
      context.clip();
      context.drawImage(over, x, y);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [background.toString('base64'), popup.toString('base64')],
  );
  return Buffer.from(base64, 'base64');
}
