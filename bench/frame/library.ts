/** The made-up library that frames are matched with. */
export const MEMES = 1000;
export const FACES = 3000;
