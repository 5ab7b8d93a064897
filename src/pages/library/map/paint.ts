/** Draws one picture of the map: dots into the pixels, then lines, faces, names and marks over them. */
import type { Crops } from './crops.ts';
import { declutter } from './declutter.ts';
import { discOf, type Raster, stamp } from './dots.ts';
import type { Grid } from './grid.ts';
import { type Label, labelsFor } from './labels.ts';
import type { Palette } from './palette.ts';
import { type Size, toMap, toScreen, type Viewport } from './viewport.ts';
import type { Chart } from './work.ts';
import type { Place } from './you.ts';

export interface Scene {
  readonly chart: Chart;
  readonly grid: Grid;
  readonly palette: Palette;
  readonly names: readonly string[];
  /** The names, the most worn first. */
  readonly order: readonly number[];
  readonly view: Viewport;
  /** CSS pixels. */
  readonly size: Size;
  /** Device pixels for one. */
  readonly density: number;
  /** Of a dot, in CSS pixels. */
  readonly radius: number;
  readonly chosen: number;
  readonly neighbours: readonly number[];
  readonly hovered: number;
  readonly you: Place | undefined;
  /** A cross in the middle, for those who steer by keys. */
  readonly cross: boolean;
  readonly crops: Crops;
}

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
  const chosen = new Set([scene.chosen, ...scene.neighbours]);
  const pictures = picturesFor(near ? inView : inView.filter((point) => chosen.has(point)), scene);
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

const at = ({ chart, view, size }: Scene, point: number): [number, number] =>
  toScreen(view, size, chart.points[2 * point] ?? 0, chart.points[2 * point + 1] ?? 0);

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

/** From the chosen face to its neighbours. */
function drawLines(context: CanvasRenderingContext2D, scene: Scene): void {
  if (scene.chosen < 0) return;
  context.strokeStyle = scene.palette.accent;
  context.lineWidth = 1.5;
  context.globalAlpha = 0.6;
  context.beginPath();
  for (const neighbour of scene.neighbours) {
    context.moveTo(...at(scene, scene.chosen));
    context.lineTo(...at(scene, neighbour));
  }
  context.stroke();
  context.globalAlpha = 1;
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

function drawMarks(context: CanvasRenderingContext2D, scene: Scene): void {
  const { palette, size, chosen, hovered, you, cross } = scene;
  if (hovered >= 0) ring(context, ...at(scene, hovered), scene.radius + 5, palette.ink, 2);
  if (chosen >= 0) ring(context, ...at(scene, chosen), scene.radius + 6, palette.accent, 3);
  if (you) {
    const [x, y] = toScreen(scene.view, size, ...you);
    context.fillStyle = palette.accent;
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.fill();
    ring(context, x, y, 10, palette.card, 3);
    ring(context, x, y, 14, palette.accent, 2.5);
  }
  if (!cross) return;
  context.strokeStyle = palette.ink;
  context.lineWidth = 2;
  context.beginPath();
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    context.moveTo(size.width / 2 + 6 * dx, size.height / 2 + 6 * dy);
    context.lineTo(size.width / 2 + 14 * dx, size.height / 2 + 14 * dy);
  }
  context.stroke();
}

function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}
