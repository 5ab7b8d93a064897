/**
 * Whether anything stirs in front of the camera, told without a network: a still picture need be shown and looked at
 * only now and then. Compares the means of a grid of cells with those of the frame that was shown last, so that a slow
 * drift counts too.
 */
import { type Grid, gridOf, stirs } from './grid.ts';

export interface Scene {
  /** Whether the frame differs from the last one that did. One whose pixels cannot be read counts as another. Never rejects. */
  stirred(frame: VideoFrame): Promise<boolean>;
}

export function createScene(): Scene {
  let before: Grid | undefined;
  let bytes = new Uint8Array();

  /** Of the brightness where the format has a plane of it, else of one colour. */
  async function read(frame: VideoFrame): Promise<Grid> {
    const size = frame.allocationSize();
    if (bytes.length !== size) bytes = new Uint8Array(size);
    const [plane] = await frame.copyTo(bytes);
    if (!plane) throw new Error('a frame without pixels');
    const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
    return gridOf(bytes.subarray(plane.offset), { width, height, stride: plane.stride });
  }

  return {
    async stirred(frame) {
      // Held by a graphics card in a format of its own.
      if (frame.format === null) return true;
      const now = await read(frame).catch((): undefined => undefined);
      const same = before && now && !stirs(before, now);
      if (!same) before = now;
      return !same;
    },
  };
}
