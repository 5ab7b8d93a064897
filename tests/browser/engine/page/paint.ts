/** A part of a photograph, put somewhere in a picture: `turn` degrees clockwise, `filter` as CSS writes it. */
export interface Paste {
  readonly photo: string;
  /** Of the photograph, as parts of its width: the middle of the cut-out and its side. */
  readonly from: { readonly x: number; readonly y: number; readonly side: number };
  readonly picture: { readonly width: number; readonly height: number };
  /** Where the cut-out's middle goes, and its side, in pixels. */
  readonly to: { readonly x: number; readonly y: number; readonly side: number };
  readonly turn?: number;
  readonly filter?: string;
}

export async function paint({ photo, from, picture, to, turn = 0, filter = 'none' }: Paste): Promise<OffscreenCanvas> {
  const source = await createImageBitmap(await (await fetch(photo)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.fillStyle = '#6a7f8f';
  context.fillRect(0, 0, picture.width, picture.height);
  context.translate(to.x, to.y);
  context.rotate((turn * Math.PI) / 180);
  context.filter = filter;
  context.imageSmoothingQuality = 'high';
  const unit = source.width;
  const side = from.side * unit;
  const [left, top] = [from.x * unit - side / 2, from.y * unit - side / 2];
  context.drawImage(source, left, top, side, side, -to.side / 2, -to.side / 2, to.side, to.side);
  source.close();
  return canvas;
}
