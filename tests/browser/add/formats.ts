/** One small picture of every format. */
import type { Page } from 'playwright-core';
import { photograph } from './photograph.ts';

/** ffmpeg's test card, 32×32, encoded with libaom: no browser can write AVIF. */
const AVIF = Buffer.from(
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAAD5bWV0YQAAAAAAAAAvaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAFBpY3R1cm' +
    'VIYW5kbGVyAAAAAA5waXRtAAAAAAABAAAAHmlsb2MAAAAARAAAAQABAAAAAQAAASEAAACQAAAAKGlpbmYAAAAAAAEAAAAaaW5mZQIAAAAAAQAA' +
    'YXYwMUNvbG9yAAAAAGppcHJwAAAAS2lwY28AAAAUaXNwZQAAAAAAAAAgAAAAIAAAABBwaXhpAAAAAAMICAgAAAAMYXYxQ4EgAAAAAAATY29scm' +
    '5jbHgAAgACAACAAAAAF2lwbWEAAAAAAAAAAQABBAECgwQAAACYbWRhdAoIOBE/9tAQ0AIygwFHwAAAFmgoEBVD7BQglcErtMjc6Dm8oyqwU8Px' +
    'JVoWv//9npSQIEHXszTEK+62cRgcIY7ys92he5Mf4gA5xB4bpblSi3yruReKHfo8uaKHx75Ys8TTOOaKo/WrUNhBbcw3VdzbH+BLCTrYhKdjUq' +
    'z3oozX9bViyWQH9kHgzObefddiOA==',
  'base64',
);

/** Three teal frames of 24×24 pixels. */
const GIF = Buffer.from(
  'R0lGODlhGAAYAPcfMQAAACQAAEgAAGwAAJAAALQAANgAAPwAAAAkACQkAEgkAGwkAJAkALQkANgkAPwkAABIACRIAEhIAGxIAJBIALRIANhIAP' +
    'xIAABsACRsAEhsAGxsAJBsALRsANhsAPxsAACQACSQAEiQAGyQAJCQALSQANiQAPyQAAC0ACS0AEi0AGy0AJC0ALS0ANi0APy0AADYACTYAEjY' +
    'AGzYAJDYALTYANjYAPzYAAD8ACT8AEj8AGz8AJD8ALT8ANj8APz8AAAAVSQAVUgAVWwAVZAAVbQAVdgAVfwAVQAkVSQkVUgkVWwkVZAkVbQkVd' +
    'gkVfwkVQBIVSRIVUhIVWxIVZBIVbRIVdhIVfxIVQBsVSRsVUhsVWxsVZBsVbRsVdhsVfxsVQCQVSSQVUiQVWyQVZCQVbSQVdiQVfyQVQC0VSS0' +
    'VUi0VWy0VZC0VbS0Vdi0Vfy0VQDYVSTYVUjYVWzYVZDYVbTYVdjYVfzYVQD8VST8VUj8VWz8VZD8VbT8Vdj8Vfz8VQAAqiQAqkgAqmwAqpAAqr' +
    'QAqtgAqvwAqgAkqiQkqkgkqmwkqpAkqrQkqtgkqvwkqgBIqiRIqkhIqmxIqpBIqrRIqthIqvxIqgBsqiRsqkhsqmxsqpBsqrRsqthsqvxsqgCQ' +
    'qiSQqkiQqmyQqpCQqrSQqtiQqvyQqgC0qiS0qki0qmy0qpC0qrS0qti0qvy0qgDYqiTYqkjYqmzYqpDYqrTYqtjYqvzYqgD8qiT8qkj8qmz8qp' +
    'D8qrT8qtj8qvz8qgAA/yQA/0gA/2wA/5AA/7QA/9gA//wA/wAk/yQk/0gk/2wk/5Ak/7Qk/9gk//wk/wBI/yRI/0hI/2xI/5BI/7RI/9hI//xI' +
    '/wBs/yRs/0hs/2xs/5Bs/7Rs/9hs//xs/wCQ/ySQ/0iQ/2yQ/5CQ/7SQ/9iQ//yQ/wC0/yS0/0i0/2y0/5C0/7S0/9i0//y0/wDY/yTY/0jY/2' +
    'zY/5DY/7TY/9jY//zY/wD8/yT8/0j8/2z8/5D8/7T8/9j8//z8/yH/C05FVFNDQVBFMi4wAwEAAAAh+QQEFAAfACwAAAAAGAAYAAAIVgDBYBJI' +
    'cKDBgggNYkkIZuHBgQ4RMnw4sSDFixUHZtxoEKNHhhw5fhxJMOTIiAdRElSpkeRIlxtNZoT5UaZHmhVtTmTZkCFPnRdxYgSaUChIow+RIgwIAC' +
    'H5BAUUAAAALBcAFwABAAEAAAgEAAEEBAAh+QQFFAAAACwXABcAAQABAAAIBAABBAQAOw==',
  'base64',
);

/** A plain 40×30 picture without compression: header, then rows of blue, green, red. */
function bmp(): Buffer {
  const [width, height, header] = [40, 30, 54];
  const bytes = Buffer.alloc(header + width * height * 3, 0x7f);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(0, 6);
  bytes.writeUInt32LE(header, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.fill(0, 30, header);
  return bytes;
}

async function encode(page: Page, type: string): Promise<Buffer> {
  const base64 = await page.evaluate(async (type) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 60, height: 40 });
    canvas.getContext('2d')?.fillRect(10, 10, 20, 20);
    return canvas.toDataURL(type).split(',')[1] ?? '';
  }, type);
  return Buffer.from(base64, 'base64');
}

export const everyFormat = async (page: Page): Promise<Record<string, Buffer>> => ({
  'image/jpeg': await photograph(1),
  'image/png': await encode(page, 'image/png'),
  'image/webp': await encode(page, 'image/webp'),
  'image/gif': GIF,
  'image/avif': AVIF,
  'image/bmp': bmp(),
});
