import { clipped, covers, type Part, type Readable } from './pixels.ts';
import type { Box, Frame } from './types.ts';
import type { Picture } from './view.ts';

/** Pixels of the longer side that frames are worked on at: a face at arm's length spans 112 px and more of them. */
const WORKING_SIZE = 800;

/** A frame's size in its own pixels. */
export function sizeOf(frame: Frame): { width: number; height: number } {
  if ('displayWidth' in frame) return { width: frame.displayWidth, height: frame.displayHeight };
  if ('videoWidth' in frame) return { width: frame.videoWidth, height: frame.videoHeight };
  if ('naturalWidth' in frame) return { width: frame.naturalWidth, height: frame.naturalHeight };
  return { width: frame.width, height: frame.height };
}

export interface BufferedFrame extends Picture, Readable {
  readonly image: OffscreenCanvas;
  /** A working pixel for one of the frame's: coordinates found here are divided by it. */
  readonly scale: number;
}

/** Copies frames into memory, so that their owner may close them at once. Each copy is good until the next one. */
export class FrameBuffer {
  readonly #context: OffscreenCanvasRenderingContext2D;

  constructor(readonly limit = WORKING_SIZE) {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('This browser gives no 2D canvas.');
    this.#context = context;
  }

  copy(frame: Frame): BufferedFrame {
    const size = sizeOf(frame);
    const scale = frame instanceof ImageData ? 1 : Math.min(1, this.limit / Math.max(size.width, size.height));
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    const { canvas } = this.#context;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    this.#context.clearRect(0, 0, width, height);
    if (frame instanceof ImageData) this.#context.putImageData(frame, 0, 0);
    else this.#context.drawImage(frame, 0, 0, width, height);
    const part = partsOf(this.#context);
    return { image: canvas, width, height, part, scale };
  }
}

/** Reads what is asked for, unless the part that was read last has it. */
function partsOf(context: OffscreenCanvasRenderingContext2D): Readable['part'] {
  let last: Part | undefined;
  return (box) => {
    const wanted = clipped(box, context.canvas);
    if (!last || !covers(last, wanted)) last = read(context, wanted);
    return last;
  };
}

function read(context: OffscreenCanvasRenderingContext2D, { x, y, width, height }: Box): Part {
  const nothing = { data: new Uint8ClampedArray(), width: 0, height: 0 };
  const { data } = width > 0 ? context.getImageData(x, y, width, height) : nothing;
  return { data, width, height, left: x, top: y };
}
