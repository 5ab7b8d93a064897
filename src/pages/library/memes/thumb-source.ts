/** Small pictures for the grid: the stored thumbnail, else one that is drawn now and kept. */
import type { Library, Meme } from '../../../library/index.ts';

export interface ThumbParts {
  readonly library: Pick<Library, 'memes' | 'thumbs'>;
  /** Draws a thumbnail. @throws DOMException when the browser cannot decode the picture */
  draw(picture: Blob): Promise<Blob>;
}

/** A picture this small (bytes) that does not move is its own thumbnail. */
const SMALL = 20_000;
/** Side of a thumbnail, in pixels. */
const SIDE = 256;

const isSmall = ({ size, width, height, animated }: Meme): boolean =>
  !animated && size <= SMALL && Math.max(width, height) <= SIDE;

export function createThumbSource({ library: { memes, thumbs }, draw }: ThumbParts) {
  /** What waits to be drawn, one at a time: decoding dozens of originals at once would stop the page. */
  const waiting: (() => Promise<void>)[] = [];
  let drawing = false;

  /** The newest first: that is what a person who scrolls looks at. */
  async function work(): Promise<void> {
    if (drawing) return;
    drawing = true;
    for (let next = waiting.pop(); next; next = waiting.pop()) await next();
    drawing = false;
  }

  async function make(id: string): Promise<Blob | undefined> {
    const picture = await memes.bytes(id);
    if (!picture) return undefined;
    try {
      const thumb = await draw(picture);
      await thumbs.put(id, thumb);
      return thumb;
    } catch (error) {
      console.warn(`Gurn: the thumbnail of ${id} could not be made`, error);
      return picture;
    }
  }

  return {
    /** As `createPictures` asks for it: `undefined` when the meme is gone. */
    async bytes(id: string): Promise<Blob | undefined> {
      const thumb = await thumbs.get(id);
      if (thumb) return thumb;
      const meme = await memes.get(id);
      if (!meme || isSmall(meme)) return memes.bytes(id);
      return new Promise((resolve, reject) => {
        waiting.push(() => make(id).then(resolve, reject));
        void work();
      });
    },
  };
}
