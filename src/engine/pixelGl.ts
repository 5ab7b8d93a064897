/**
 * The part of WebGL 2 by which MediaPipe takes in a picture when its networks run on the CPU: into a texture, and out of
 * it again at once. A real context sends the pixels to the browser's GPU process and waits for them, which took a third
 * of the detector's time, and the detector is lost with the GPU. These are all the calls of tasks-vision 0.10.35.
 */

class Texture {
  /** MediaPipe's number for it. */
  name = 0;
  pixels: ImageData | undefined;
}

/** Values of WebGL's constants (Khronos, WebGL 2.0, 5.14 and 3.7). */
const PARAMETERS: ReadonlyMap<number, unknown> = new Map<number, unknown>([
  [0x1f01, 'none'], // RENDERER
  [0x1f02, 'WebGL 2.0 (OpenGL ES 3.0)'], // VERSION
  [0x8869, 16], // MAX_VERTEX_ATTRIBS
]);
const NO_ERROR = 0;

const nothing = (): void => undefined;

export class PixelGl {
  #bound: Texture | null = null;
  /** The one that readPixels reads. */
  #attached: Texture | null = null;

  createTexture(): Texture {
    return new Texture();
  }

  bindTexture(_target: number, texture: Texture | null): void {
    this.#bound = texture;
  }

  texImage2D(_target: number, _level: number, _inner: number, _format: number, _type: number, pixels: ImageData): void {
    if (this.#bound) this.#bound.pixels = pixels;
  }

  framebufferTexture2D(_target: number, _place: number, _kind: number, texture: Texture | null): void {
    this.#attached = texture;
  }

  /** RGBA, rows in the order in which they came. @throws when anything else than a whole picture is asked for */
  readPixels(x: number, y: number, w: number, h: number, _format: number, _type: number, to: Uint8Array, at = 0): void {
    const pixels = this.#attached?.pixels;
    if (!pixels || x !== 0 || y !== 0 || w !== pixels.width || h !== pixels.height) {
      throw new Error(`There is no picture of ${w}×${h} at ${x}, ${y}.`);
    }
    to.set(pixels.data, at);
  }

  deleteTexture(texture: Texture | null): void {
    if (texture) texture.pixels = undefined;
  }

  getParameter(name: number): unknown {
    return PARAMETERS.get(name) ?? null;
  }

  createFramebuffer = (): object => ({});
  fenceSync = (): object => ({});
  getContextAttributes = (): object => ({});
  getExtension = (): null => null;
  getSupportedExtensions = (): string[] => [];
  getError = (): number => NO_ERROR;
  activeTexture = nothing;
  bindFramebuffer = nothing;
  deleteFramebuffer = nothing;
  deleteSync = nothing;
  texParameteri = nothing;
}

/** What MediaPipe takes for a canvas with a context. Pictures must come as ImageData. */
export function pixelCanvas(): OffscreenCanvas {
  const gl = new PixelGl();
  return Object.assign(new OffscreenCanvas(1, 1), { getContext: () => gl });
}
