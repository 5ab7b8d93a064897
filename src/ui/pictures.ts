/** Object URLs of memes' pictures: made once, shared, and given back when enough newer ones are in use. */
import { stillFrame } from './still-frame.ts';

export interface PictureSource {
  /** The file's bytes, `undefined` when the meme is gone. */
  bytes(meme: string): Promise<Blob | undefined>;
}

interface Entry {
  url: Promise<string | undefined>;
  users: number;
}

export interface Pictures {
  /**
   * The picture's address; `undefined` when it is gone or cannot be read. Every `take` needs one `release`.
   * @param still of an animation: this frame of it, standing still
   */
  take(meme: string, still?: number): Promise<string | undefined>;
  release(meme: string, still?: number): void;
  /** Revokes everything. */
  clear(): void;
}

const keyOf = (meme: string, still?: number): string => (still === undefined ? meme : `${meme} ${still}`);

/**
 * @param idle how many pictures that nobody shows are kept for the next time they rank
 * @param freeze draws one frame of an animation
 */
export function createPictures(source: PictureSource, idle = 60, freeze = stillFrame): Pictures {
  const entries = new Map<string, Entry>();
  /** Better in motion than not at all. */
  const frozen = (picture: Blob, still: number): Promise<Blob> =>
    freeze(picture, still).catch((error: unknown) => {
      console.warn('Gurn: a frame could not be drawn', error);
      return picture;
    });
  const load = async (meme: string, still?: number): Promise<string | undefined> => {
    try {
      const picture = await source.bytes(meme);
      return picture && URL.createObjectURL(still === undefined ? picture : await frozen(picture, still));
    } catch (error) {
      console.error(`Gurn: the picture ${meme} could not be read`, error);
      return undefined;
    }
  };
  const drop = (key: string, entry: Entry): void => {
    entries.delete(key);
    void entry.url.then((url) => url && URL.revokeObjectURL(url));
  };
  const trim = (): void => {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [key, entry] of unused.slice(0, Math.max(0, unused.length - idle))) drop(key, entry);
  };
  return {
    take(meme, still) {
      const key = keyOf(meme, still);
      const entry = entries.get(key) ?? { url: load(meme, still), users: 0 };
      entries.delete(key);
      entries.set(key, entry);
      entry.users += 1;
      return entry.url;
    },
    release(meme, still) {
      const entry = entries.get(keyOf(meme, still));
      if (!entry) return;
      entry.users -= 1;
      trim();
    },
    clear() {
      for (const [key, entry] of entries) drop(key, entry);
    },
  };
}
