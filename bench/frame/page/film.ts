/** What all contenders see: people in front of a webcam, who never hold quite still. */
import type { Plan } from '../contender.ts';

export const WIDTH = 640;
export const HEIGHT = 480;
/** Frames of one sway: a second. */
const PERIOD = 30;
/** Room around the picture that the movement may bring into view. */
const ROOM = 1.15;

/** A few pixels, a few parts of a hundred nearer, a degree or two: what a person at a desk does. */
function sway(context: OffscreenCanvasRenderingContext2D, step: number): void {
  const phase = (2 * Math.PI * step) / PERIOD;
  context.setTransform(1, 0, 0, 1, WIDTH / 2 + 8 * Math.sin(phase), HEIGHT / 2 + 5 * Math.sin(2 * phase));
  context.rotate(0.03 * Math.sin(phase + 1));
  const nearer = 1 + 0.02 * Math.sin(phase + 2);
  context.scale(nearer, nearer);
}

/** The frames one by one: every person in turn, each for `framesEach`. */
export async function* film({ shots, framesEach }: Pick<Plan, 'shots' | 'framesEach'>): AsyncGenerator<ImageData> {
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  context.imageSmoothingQuality = 'high';
  for (const { photo, x, y, height } of shots) {
    const picture = await createImageBitmap(await (await fetch(photo)).blob());
    const [high, wide] = [height * picture.height * ROOM, (height * picture.height * ROOM * WIDTH) / HEIGHT];
    const [left, top] = [x * picture.width - wide / 2, y * picture.height - high / 2];
    const [w, h] = [WIDTH * ROOM, HEIGHT * ROOM];
    for (let step = 0; step < framesEach; step += 1) {
      sway(context, step);
      context.drawImage(picture, left, top, wide, high, -w / 2, -h / 2, w, h);
      yield context.getImageData(0, 0, WIDTH, HEIGHT);
    }
    picture.close();
  }
}
