/** What is drawn over the map for the one who uses it: the chosen face, the one pointed at, the camera's, the middle. */
import { at, type Scene } from './scene.ts';
import { toScreen } from './viewport.ts';

/** From the chosen face to its neighbours. */
export function drawLines(context: CanvasRenderingContext2D, scene: Scene): void {
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

export function drawMarks(context: CanvasRenderingContext2D, scene: Scene): void {
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
