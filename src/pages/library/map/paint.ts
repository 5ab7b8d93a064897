/** Draws one picture of the map: dots into the pixels, then lines, faces, names and marks over them. */
import { declutter } from './declutter.ts';
import { discOf, type Raster, stamp } from './dots.ts';
import { type Label, labelsFor } from './labels.ts';
import { drawLines, drawMarks } from './marks.ts';
import type { Palette } from './palette.ts';
import { at, type Scene } from './scene.ts';
import { toMap } from './viewport.ts';

/** With at most so many faces in view they are shown as pictures. */
const PICTURES = 400;
/** CSS pixels. */
const PICTURE = 44;

export function paint(
  context: CanvasRenderingContext2D,
  raster: Raster & { readonly image: ImageData },
  scene: Scene,
): void {
  const { size, view, density } = scene;
  const [left, top] = toMap(view, size, -PICTURE, -PICTURE);
  const [right, bottom] = toMap(view, size, size.width + PICTURE, size.height + PICTURE);
  const inView: number[] = [];
  scene.grid.within({ left, top, right, bottom }, (point) => inView.push(point));

  const near = inView.length <= PICTURES;
  const chosen = scene.chosen < 0 ? [] : [...new Set([scene.chosen, ...scene.neighbours])];
  const pictures = picturesFor(near ? inView : chosen, scene);
  raster.pixels.fill(0);
  const disc = discOf(scene.radius * density);
  const { points } = scene.chart;
  const scale = view.scale * density;
  const offsetX = raster.width / 2 - view.x * scale;
  const offsetY = raster.height / 2 - view.y * scale;
  for (const point of inView) {
    const x = Math.round((points[2 * point] ?? 0) * scale + offsetX);
    const y = Math.round((points[2 * point + 1] ?? 0) * scale + offsetY);
    stamp(raster, disc, x, y, scene.palette.dots[point] ?? 0);
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.putImageData(raster.image, 0, 0);
  context.setTransform(density, 0, 0, density, 0, 0);
  drawLines(context, scene);
  for (const [point, picture] of pictures) drawPicture(context, scene, point, picture);
  drawNames(context, scene, [...pictures.keys()], near);
  drawMarks(context, scene);
}

/** Those of the faces that have room for a picture: the chosen one and its neighbours first. */
function picturesFor(faces: readonly number[], scene: Scene): Map<number, ImageBitmap> {
  const first = new Set([scene.chosen, ...scene.neighbours]);
  const order = [...faces].sort((a, b) => Number(first.has(b)) - Number(first.has(a)) || a - b);
  const boxes = order.map((point) => {
    const [x, y] = at(scene, point);
    return { point, x, y, width: PICTURE, height: PICTURE };
  });
  const pictures = new Map<number, ImageBitmap>();
  for (const { point } of declutter(boxes)) {
    const picture = scene.crops.of(scene.chart.keys[point] ?? 0, scene.chart.memes[point] ?? '');
    if (picture) pictures.set(point, picture);
  }
  return pictures;
}

function drawPicture(context: CanvasRenderingContext2D, scene: Scene, point: number, picture: ImageBitmap): void {
  const [x, y] = at(scene, point);
  context.fillStyle = scene.palette.card;
  context.beginPath();
  context.roundRect(x - PICTURE / 2 - 1, y - PICTURE / 2 - 1, PICTURE + 2, PICTURE + 2, PICTURE / 4);
  context.fill();
  context.drawImage(picture, x - PICTURE / 2, y - PICTURE / 2, PICTURE, PICTURE);
}

const widths = new Map<string, number>();

/** Names keep clear of pictures and marks. Where every face may be a picture they stand below their place, else on it. */
function drawNames(context: CanvasRenderingContext2D, scene: Scene, pictures: readonly number[], near: boolean): void {
  context.font = `600 13px ${scene.palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const widthOf = (text: string): number => {
    const width = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, width);
    return width;
  };
  const marked = [scene.chosen, scene.hovered].filter((point) => point >= 0);
  const taken = [...pictures, ...marked].map((point) => {
    const [x, y] = at(scene, point);
    return { x, y, width: PICTURE, height: PICTURE };
  });
  for (const label of labelsFor({
    ...scene,
    points: scene.chart.names,
    below: near ? PICTURE / 2 : 0,
    taken,
    widthOf,
  })) {
    drawLabel(context, label, scene.palette);
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { text, x, y, width, height }: Label,
  { card, ink }: Palette,
): void {
  context.globalAlpha = 0.85;
  context.fillStyle = card;
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, height / 2);
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = ink;
  context.fillText(text, x, y + 1);
}
