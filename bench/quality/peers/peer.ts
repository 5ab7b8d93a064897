/** The peers that run in a page, and what a page of theirs answers to. */

export const PEERS = ['face-landmarker', 'face-api', 'human'] as const;
export type PeerName = (typeof PEERS)[number];

/** Numbers that a peer gives for one face, by what they are, in this order in its record. */
export const PARTS = {
  'face-landmarker': { blendshapes: 52, landmarks: 478 * 3 },
  human: { emotion: 7, description: 1024 },
  'face-api': { expressions: 7, features: 256 },
} as const satisfies Record<PeerName, Readonly<Record<string, number>>>;

export const recordLength = (peer: PeerName): number =>
  Object.values(PARTS[peer]).reduce((sum: number, length) => sum + length, 0);

/** The largest face of a picture: its parts' numbers one after the other, or null where no face was found. */
export interface Described {
  readonly numbers: readonly number[] | null;
  /** Milliseconds of everything: detection, alignment, networks. */
  readonly ms: number;
}

export interface PeerPage {
  /** Loads the models. @throws when they cannot be had */
  start(): Promise<void>;
  /** @throws when a picture cannot be read */
  describe(picture: ImageBitmap): Promise<readonly number[] | null>;
}

declare global {
  var peer: PeerPage | undefined;
  var describePicture: (address: string) => Promise<Described>;
}
