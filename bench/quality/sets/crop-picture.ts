/**
 * A stored crop as a picture with a face in it. Detectors look for a face that does not fill the picture, so the crop
 * stands in grey; and it is enlarged, since libraries read little pictures badly.
 */
import sharp from 'sharp';
import type { Archive, FaceRow } from './data.ts';

/** What the aligner leaves where there is no pixel. */
const GREY = 128;
const CROP = 112;

/** 48 px pictures and 112 px crops as pictures of one size. */
export interface Recipe {
  /** Pixels a side of the enlarged crop. */
  readonly shown: number;
  /** Pixels a side of the whole. */
  readonly side: number;
}

interface Raw {
  readonly data: Uint8Array;
  readonly size: number;
}

async function pixels(bytes: Uint8Array): Promise<Raw> {
  const { data, info } = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3 || info.width !== info.height)
    throw new Error(`A crop of ${info.width}×${info.height} pixels`);
  return { data, size: info.width };
}

/** Stored crops are black where the original had no pixel; the aligner leaves grey there. */
function onGrey({ data, size }: Raw, alpha: Uint8Array): Raw {
  if (size !== CROP) throw new Error(`An aligned crop has ${CROP} pixels a side, not ${size}.`);
  const out = Uint8Array.from(data);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const bit = (y >> 1) * 56 + (x >> 1);
      const isOwn = ((alpha[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
      if (!isOwn) out.fill(GREY, (y * size + x) * 3, (y * size + x) * 3 + 3);
    }
  }
  return { data: out, size };
}

/** The face's picture as PNG. */
export async function cropPicture(archive: Archive, row: FaceRow, { shown, side }: Recipe): Promise<Buffer> {
  const stored = await pixels(await archive.picture(row));
  const { data, size } = row.source === 'fer' ? stored : onGrey(stored, await archive.alpha(row));
  const before = Math.floor((side - shown) / 2);
  const after = side - shown - before;
  return sharp(data, { raw: { width: size, height: size, channels: 3 } })
    .resize(shown, shown, { kernel: 'cubic' })
    .extend({ top: before, left: before, bottom: after, right: after, background: { r: GREY, g: GREY, b: GREY } })
    .png({ compressionLevel: 3 })
    .toBuffer();
}
