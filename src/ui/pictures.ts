/** Object URLs of memes' pictures: made once, shared, and given back when enough newer ones are in use. */

export interface PictureSource {
  /** The file's bytes, `undefined` when the meme is gone. */
  bytes(meme: string): Promise<Blob | undefined>;
}

interface Entry {
  url: Promise<string | undefined>;
  users: number;
}

export interface Pictures {
  /** The picture's address; `undefined` when it is gone or cannot be read. Every `take` needs one `release`. */
  take(meme: string): Promise<string | undefined>;
  release(meme: string): void;
  /** Revokes everything. */
  clear(): void;
}

/** @param idle how many pictures that nobody shows are kept for the next time they rank. */
export function createPictures(source: PictureSource, idle = 60): Pictures {
  const entries = new Map<string, Entry>();
  const load = async (meme: string): Promise<string | undefined> => {
    try {
      const blob = await source.bytes(meme);
      return blob && URL.createObjectURL(blob);
    } catch (error) {
      console.error(`Gurn: the picture ${meme} could not be read`, error);
      return undefined;
    }
  };
  const drop = (meme: string, entry: Entry): void => {
    entries.delete(meme);
    void entry.url.then((url) => url && URL.revokeObjectURL(url));
  };
  const trim = (): void => {
    const unused = [...entries].filter(([, { users }]) => users === 0);
    for (const [meme, entry] of unused.slice(0, Math.max(0, unused.length - idle))) drop(meme, entry);
  };
  return {
    take(meme) {
      const entry = entries.get(meme) ?? { url: load(meme), users: 0 };
      entries.delete(meme);
      entries.set(meme, entry);
      entry.users += 1;
      return entry.url;
    },
    release(meme) {
      const entry = entries.get(meme);
      if (!entry) return;
      entry.users -= 1;
      trim();
    },
    clear() {
      for (const [meme, entry] of entries) drop(meme, entry);
    },
  };
}
