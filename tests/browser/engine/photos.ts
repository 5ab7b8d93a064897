/** Faces in the photographs of @vladmandic/face-api (MIT); see paint.ts for what the numbers mean. */
import type { Paste } from './page/paint.ts';

/** Single heads: middle and side as parts of the photograph's width. The side takes in hair and shoulders. */
const HEADS = {
  first: { photo: '/photos/sample1.jpg', from: { x: 0.245, y: 0.249, side: 0.2 } },
  second: { photo: '/photos/sample2.jpg', from: { x: 0.792, y: 0.152, side: 0.2 } },
  third: { photo: '/photos/sample6.jpg', from: { x: 0.388, y: 0.253, side: 0.22 } },
} as const;

export type Head = keyof typeof HEADS;
export const heads = Object.keys(HEADS) as Head[];

/** A face's box is about this part of the cut-out around it. */
const FACE_PART = 0.55;

interface Put {
  readonly picture?: { readonly width: number; readonly height: number };
  /** Pixels that the face's box spans. */
  readonly face: number;
  /** Its middle, in pixels; the picture's middle when left out. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly turn?: number;
  readonly filter?: string;
}

/** The head as a picture of its own, the face `face` pixels wide. */
export function put(head: Head, { picture = { width: 640, height: 480 }, face, at, ...look }: Put): Paste {
  const middle = at ?? { x: picture.width / 2, y: picture.height / 2 };
  return { ...HEADS[head], picture, to: { ...middle, side: face / FACE_PART }, ...look };
}

/** As a webcam shows somebody. */
export const webcam = (head: Head): Paste => put(head, { face: 180 });
