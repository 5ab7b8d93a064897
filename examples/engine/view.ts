import type { Look } from '../../src/engine/index.ts';
import { element } from './element.ts';

const canvas = element('view', HTMLCanvasElement);
const context = canvas.getContext('2d');

/** Draws the frame as a mirror, with the face that counts outlined and its keypoints. */
export function drawLook(video: HTMLVideoElement, { width, height, faces }: Look): void {
  if (!context) return;
  Object.assign(canvas, { width, height });
  context.translate(width, 0);
  context.scale(-1, 1);
  context.drawImage(video, 0, 0);
  const [face] = faces;
  if (!face) return;
  context.lineWidth = 4;
  context.strokeStyle = context.fillStyle = '#fb923c';
  context.beginPath();
  context.roundRect(face.box.x, face.box.y, face.box.width, face.box.height, 16);
  context.stroke();
  for (const [x, y] of face.keypoints.slice(0, 4)) {
    context.beginPath();
    context.arc(x, y, 4, 0, 2 * Math.PI);
    context.fill();
  }
}
