/** What a pack may cost before it is refused; docs/pack-format.md says the same. */
const MEGA = 1_000_000;
const MIB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of the pack, and of all its files unpacked. */
  pack: 4096 * MIB,
  memes: 50_000,
  faces: 200_000,
  /** Of one meme: a long animation has a few dozen. */
  facesOfMeme: 1_000,
  /** Bytes of the list: 50,000 memes with four faces each have about 50 MB. */
  manifest: 128 * MIB,
  /** Bytes of a picture, the most that the engine reads. */
  picture: 32 * MIB,
  /** Pixels, as the engine's: a picture that claims more would fill the memory of whatever shows it. */
  side: 32_767,
  pixels: 64 * MEGA,
  /** Characters. */
  name: 1_000,
  title: 2_000,
  source: 4_000,
  tag: 200,
  model: 100,
  generator: 100,
  tags: 200,
} as const;
